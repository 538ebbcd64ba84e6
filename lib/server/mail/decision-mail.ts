import { cleanText } from "@/lib/domain/text/clean-text";
import { isolated } from "@/lib/domain/text/isolated";
import { env } from "@/lib/env";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import ar from "./decision-mail.ar.json";
import de from "./decision-mail.de.json";
import en from "./decision-mail.en.json";
import { mailHtml, QUIET_STYLE } from "./mail-html";
import type { Mail } from "./send-mail";

/** Not among the messages of the pages, as in sign-in-mail.ts. */
const WORDS: Record<Locale, typeof en> = { ar, de, en };

export type DecisionNews = "receipt" | "decided" | "affected" | "appeal";

/** That a report came, or what was decided: no more of it than what it is about, and the way to its page. `title`: a stranger's. */
export function decisionMail(asked: string, news: DecisionNews, title: string, url: string): Mail {
  const locale = LOCALES.find((known) => known === asked) ?? "en";
  const words = WORDS[locale];
  const facts: Record<string, string> = { title: isolated(cleanText(title)), host: new URL(env().PLENUM_URL).host };
  const text = words[news].text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
  return {
    subject: words[news].subject,
    text: `${[text, url, words.own].join("\n\n")}\n`,
    html: mailHtml(locale, [
      [text, ""],
      [words.page, "", url],
      [words.own, QUIET_STYLE],
    ]),
    headers: { "Auto-Submitted": "auto-generated" },
  };
}
