import type { Locale } from "@/lib/i18n/locales";
import type { Mail } from "./send-mail";
import de from "./sign-in-mail.de.json";
import en from "./sign-in-mail.en.json";

/** Not among the messages of the pages: those are compiled for next-intl while building, and mail is sent without it. */
const WORDS: Record<Locale, typeof en> = { de, en };

type Facts = { code: string; minutes: number; host: string };

/** The mail that carries a code. It holds no link that signs in: a mail program that opens links must not use the code up. */
export function signInMail(locale: Locale, facts: Facts): Mail {
  const words = WORDS[locale];
  const say = (text: string) => text.replace(/\{(code|minutes|host)\}/g, (_, name: keyof Facts) => String(facts[name]));
  const lines = { intro: say(words.intro), code: facts.code, expiry: say(words.expiry), notMe: say(words.notMe) };
  return {
    subject: say(words.subject),
    text: `${lines.intro}\n\n    ${lines.code}\n\n${lines.expiry}\n${lines.notMe}\n`,
    html: htmlOf(locale, lines),
  };
}

function htmlOf(locale: Locale, lines: { intro: string; code: string; expiry: string; notMe: string }): string {
  const paragraph = (text: string, style: string) => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body style="margin:0;padding:32px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
${paragraph(lines.intro, "")}
${paragraph(lines.code, "font-size:32px;font-weight:700;letter-spacing:6px;font-variant-numeric:tabular-nums")}
${paragraph(lines.expiry, "")}
${paragraph(lines.notMe, "opacity:.75")}
</body></html>`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? "");
