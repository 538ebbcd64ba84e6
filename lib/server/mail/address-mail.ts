import type { Locale } from "@/lib/i18n/locales";
import ar from "./address-mail.ar.json";
import de from "./address-mail.de.json";
import en from "./address-mail.en.json";
import { CODE_STYLE, mailHtml, QUIET_STYLE } from "./mail-html";
import type { Mail } from "./send-mail";

/** Not among the messages of the pages, as in sign-in-mail.ts. */
const WORDS: Record<Locale, typeof en> = { ar, de, en };

const say = (text: string, facts: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");

/** To a new address: the code that proves that its owner wants it. */
export function addressCodeMail(locale: Locale, facts: { code: string; minutes: string; host: string }): Mail {
  const { subject, intro, expiry, notMe } = WORDS[locale].code;
  return mailOf(locale, say(subject, facts), [
    [say(intro, facts), ""],
    [facts.code, CODE_STYLE],
    [say(expiry, facts), ""],
    [say(notMe, facts), QUIET_STYLE],
  ]);
}

/** To the address before: that it opens the account no more, and by which one it does. */
export function addressChangedMail(locale: Locale, facts: { address: string; host: string }): Mail {
  const { subject, intro, notMe } = WORDS[locale].notice;
  return mailOf(locale, say(subject, facts), [
    [say(intro, facts), ""],
    [say(notMe, facts), QUIET_STYLE],
  ]);
}

const mailOf = (locale: Locale, subject: string, paragraphs: [text: string, style: string][]): Mail => ({
  subject,
  text: `${paragraphs.map(([text]) => text).join("\n\n")}\n`,
  html: mailHtml(locale, paragraphs),
});
