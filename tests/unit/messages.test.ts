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

describe("the messages in Arabic", () => {
  it("say every number in the form that the language has for it", async () => {
    const { pluralCategories } = new Intl.PluralRules("ar").resolvedOptions();
    const numbers = [...texts(await read("ar"))].flatMap(([key, text]) =>
      plurals(text).map((forms) => ({ key, forms })),
    );
    expect(numbers.length).toBeGreaterThan(0);
    // Three of the six are of one number each, and may be said by it instead, as =0.
    const lacking = numbers.filter(({ forms }) =>
      pluralCategories.some((category) => !forms.has(category) && !forms.has(`=${EXACTLY[category]}`)),
    );
    expect(lacking).toEqual([]);
  });

  it("keep whatever is put into them apart from the sentence, which runs the other way than most names", async () => {
    const open = [...texts(await read("ar"))].filter(([, text]) => text.replace(APART, "").search(/\{\w+\}/) >= 0);
    expect(open).toEqual([]);
  });
});

/** Where a category has one number only. */
const EXACTLY: Record<string, number> = { zero: 0, one: 1, two: 2 };

/** A placeholder between marks, with the sign of a handle or without, or alone in a tag, which isolates what it holds. */
const APART = /[\u2066\u2068]@?\{\w+\}\u2069|(?<=<\w+>)\{\w+\}(?=<\/\w+>)/g;

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

/** The names of a text's ICU arguments and tags; a form of a plural that is one word is none. */
const placeholders = (text: string): string[] =>
  [
    ...new Set(
      [
        ...text.matchAll(
          /(?<!(?:=\d+|zero|one|two|few|many|other) )\{(\w+)(?:\}|, (?:plural|select|selectordinal|number|date|time)\b)|<(\w+)>/g,
        ),
      ].map((found) => found[1] ?? `<${found[2]}>`),
    ),
  ].toSorted();

/** The forms that each plural of a text has. */
function plurals(text: string): Set<string>[] {
  return [...text.matchAll(/\{\w+, plural,/g)].map(({ index, 0: head }) => {
    const forms = new Set<string>();
    let [depth, word] = [0, ""];
    for (const sign of text.slice(index + head.length)) {
      if (sign === "}" && depth === 0) break;
      if (sign === "{" && depth === 0) forms.add(word.trim());
      word = depth === 0 && sign !== "{" ? word + sign : "";
      depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
    }
    return forms;
  });
}
