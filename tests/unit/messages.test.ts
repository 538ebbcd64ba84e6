import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { REFUSAL_STATUS } from "@/lib/wire/refusals";

type Messages = { [key: string]: string | Messages };

const english = await read("en");

describe.each(LOCALES.filter((locale) => locale !== "en"))("the messages in %s", (locale) => {
  it("are the same keys as the English ones, in each the same placeholders", async () => {
    const translated = texts(await read(locale));
    const original = texts(english);
    expect([...translated.keys()].toSorted()).toEqual([...original.keys()].toSorted());
    for (const [key, text] of original) {
      expect({ key, placeholders: placeholders(translated.get(key) ?? "") }).toEqual({
        key,
        placeholders: placeholders(text),
      });
    }
  });
});

describe.each(LOCALES)("the messages in %s", (locale) => {
  it("have no empty text", async () => {
    const empty = [...texts(await read(locale))].filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });

  it("say something for every refusal", async () => {
    const { refusals } = await read(locale);
    expect(Object.keys(refusals ?? {}).toSorted()).toEqual(Object.keys(REFUSAL_STATUS).toSorted());
  });
});

async function read(locale: string): Promise<Messages> {
  return (await import(`@/lib/i18n/${locale}.json`)).default;
}

/** Every text by its full key. */
function texts(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value] as const] : [...texts(value, `${prefix}${key}.`)],
    ),
  );
}

/** The names of a text's ICU arguments and tags. */
const placeholders = (text: string): string[] =>
  [
    ...new Set(
      [...text.matchAll(/\{(\w+)(?:\}|, (?:plural|select|selectordinal|number|date|time)\b)|<(\w+)>/g)].map(
        (found) => found[1] ?? `<${found[2]}>`,
      ),
    ),
  ].toSorted();
