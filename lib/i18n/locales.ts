export const LOCALES = ["en", "de", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_COOKIE = "plenum-locale";

/** The chosen language if we have it, else the first of the browser's list that we have, else English. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const wanted = [chosen ?? "", ...(acceptLanguage ?? "").split(",").map((part) => part.split(";")[0] ?? "")];
  for (const tag of wanted) {
    const locale = LOCALES.find((known) => tag.trim().toLowerCase().split("-")[0] === known);
    if (locale) return locale;
  }
  return "en";
}

const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];

/** Which way the text of a BCP 47 language runs. */
export const directionOf = (locale: string): "ltr" | "rtl" =>
  RIGHT_TO_LEFT.includes(locale.split("-")[0] ?? "") ? "rtl" : "ltr";
