import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { signInLetter } from "@/lib/server/mail/sign-in-letter";

const FACTS = { code: "012345", minutes: 10, host: "plenum.example" };

describe.each(LOCALES)("a letter in %s", (locale) => {
  const letter = signInLetter(locale, FACTS);

  test("carries the code as text and as HTML, and says how long it counts", () => {
    expect(letter.subject).toContain("012345");
    expect(letter.text).toContain("012345");
    expect(letter.html).toContain(">012345<");
    expect(letter.text).toMatch(/\b10\b/);
  });

  test("holds no link, so that nothing which opens links can sign in", () => {
    expect(`${letter.text}${letter.html}`).not.toMatch(/https?:|href/);
  });

  test("leaves no place unfilled", () => {
    expect(Object.values(letter).join()).not.toMatch(/\{\w+\}/);
  });
});

test("what stands in a letter cannot become HTML", () => {
  expect(signInLetter("en", { ...FACTS, host: "<b>evil" }).html).toContain("&lt;b&gt;evil");
});
