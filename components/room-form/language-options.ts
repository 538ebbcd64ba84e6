/** Offered by name; a room in any other language can be made through the API. */
const LANGUAGES = [
  "ar",
  "bn",
  "cs",
  "da",
  "de",
  "el",
  "en",
  "es",
  "fa",
  "fi",
  "fr",
  "he",
  "hi",
  "hu",
  "id",
  "it",
  "ja",
  "ko",
  "nl",
  "no",
  "pl",
  "pt",
  "pt-br",
  "ro",
  "ru",
  "sv",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh",
];

/** Languages by their name in the reader's own, in its order; `also` is among them even if it is a rare one. */
export function languageOptions(locale: string, also: readonly string[] = []): { value: string; text: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "language" });
  const all = [...new Set([...LANGUAGES, ...also])];
  return all
    .map((value) => ({ value, text: names.of(value) ?? value }))
    .toSorted((one, other) => one.text.localeCompare(other.text, locale));
}
