import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { signInMail } from "@/lib/server/mail/sign-in-mail";

const FACTS = { code: "012345", minutes: 10, host: "plenum.example" };

describe.each(LOCALES)("a mail in %s", (locale) => {
  const mail = signInMail(locale, FACTS);

  test("carries the code as text and as HTML, and says how long it counts", () => {
    expect(mail.subject).toContain("012345");
    expect(mail.text).toContain("012345");
    expect(mail.html).toContain(">012345<");
    expect(mail.text).toMatch(/\b10\b/);
  });

  test("holds no link, so that nothing which opens links can sign in", () => {
    expect(`${mail.text}${mail.html}`).not.toMatch(/https?:|href/);
  });

  test("runs the way of its language", () => {
    expect(mail.html).toContain(`<div lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}">`);
  });

  test("leaves no place unfilled", () => {
    expect(Object.values(mail).join()).not.toMatch(/\{\w+\}/);
  });
});

test("what stands in a mail cannot become HTML", () => {
  expect(signInMail("en", { ...FACTS, host: "<b>evil" }).html).toContain("&lt;b&gt;evil");
});
