import type { Locale } from "@/lib/i18n/locales";
import { CODE_STYLE, mailHtml, QUIET_STYLE } from "./mail-html";
import type { Mail } from "./send-mail";
import ar from "./sign-in-mail.ar.json";
import de from "./sign-in-mail.de.json";
import en from "./sign-in-mail.en.json";

/** Not among the messages of the pages: those are compiled for next-intl while building, and mail is sent without it. */
const WORDS: Record<Locale, typeof en> = { ar, de, en };

type Facts = { code: string; minutes: number; host: string };

/** The mail that carries a code. It holds no link that signs in: a mail program that opens links must not use the code up. */
export function signInMail(locale: Locale, facts: Facts): Mail {
  const words = WORDS[locale];
  const say = (text: string) => text.replace(/\{(code|minutes|host)\}/g, (_, name: keyof Facts) => String(facts[name]));
  const lines = { intro: say(words.intro), code: facts.code, expiry: say(words.expiry), notMe: say(words.notMe) };
  return {
    subject: say(words.subject),
    text: `${lines.intro}\n\n    ${lines.code}\n\n${lines.expiry}\n${lines.notMe}\n`,
    html: mailHtml(locale, [
      [lines.intro, ""],
      [lines.code, CODE_STYLE],
      [lines.expiry, ""],
      [lines.notMe, QUIET_STYLE],
    ]),
  };
}
