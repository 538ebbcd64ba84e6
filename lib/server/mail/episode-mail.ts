import { cleanText } from "@/lib/domain/text/clean-text";
import { isolated } from "@/lib/domain/text/isolated";
import { env } from "@/lib/env";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import type { EpisodeMailFacts } from "@/lib/server/queries/notifications/episode-mail-facts";
import ar from "./episode-mail.ar.json";
import de from "./episode-mail.de.json";
import en from "./episode-mail.en.json";
import { mailHtml, type Paragraph, QUIET_STYLE } from "./mail-html";
import { momentText } from "./moment-text";
import { confirmPage, endAddress, endKey, endPage, type ReminderHolder } from "./reminder-key";
import type { Mail } from "./send-mail";

/** Not among the messages of the pages, as in sign-in-mail.ts. */
const WORDS: Record<Locale, typeof en> = { ar, de, en };

/** A subject that a mail program shows whole. */
const SUBJECT_LENGTH = 90;

type Facts = Omit<EpisodeMailFacts, "to" | "settings">;

/** The mail of an episode's news, by its reader's clock and in their language. Its headers let a mail program end such mails with one click. */
export function episodeMail(holder: ReminderHolder, facts: Facts): Mail {
  const { locale, words } = wordsOf(facts.locale);
  const { news, zone, roomId, scheduledFor, fromAt, reason, showTitle } = facts;
  const said = { title: strangers(facts.title), from: strangers(facts.fromTitle ?? ""), host: host() };
  const hour = (at: Date) => isolated(momentText(at, zone, locale));
  const lines = [
    say(words.news[news], said),
    ...(news === "moved" && fromAt ? [say(words.before, { at: hour(fromAt) })] : []),
    ...(scheduledFor ? [say(news === "cancelled" ? words.wasAt : words.at, { at: hour(scheduledFor) })] : []),
    ...(news === "cancelled" && reason !== "" ? [say(words.reason, { reason: strangers(reason) })] : []),
    ...(showTitle ? [say(words.ofShow, { show: strangers(showTitle) })] : []),
  ];
  const there = { text: words.there, href: ours(`/rooms/${roomId}`) };
  return written(locale, cut(lines[0] ?? ""), lines, there, say(words.why, said), holder);
}

/** Whoever is asked whether they asked. `what`: the title of the episode, or of the show. */
export function confirmMail(asked: string, { what, secret }: { what: string; secret: string }): Mail {
  const { locale, words } = wordsOf(asked);
  const said = { title: strangers(what), host: host() };
  const { subject, intro, act, notMe } = words.confirm;
  const link = { text: act, href: confirmPage(secret) };
  return {
    subject: cut(say(subject, said)),
    text: `${[say(intro, said), plain(link), notMe].join("\n\n")}\n`,
    html: mailHtml(locale, [
      [say(intro, said), ""],
      [link.text, "", link.href],
      [notMe, QUIET_STYLE],
    ]),
    headers: { "Auto-Submitted": "auto-generated" },
  };
}

/** To an address that is told of it already: the same to whoever asked, and to its owner that nothing changes. */
export function alreadyMail(
  asked: string,
  { what, path }: { what: string; path: string },
  holder: ReminderHolder,
): Mail {
  const { locale, words } = wordsOf(asked);
  const said = { title: strangers(what), host: host() };
  const line = say(words.already, said);
  return written(locale, cut(line), [line], { text: words.there, href: ours(path) }, say(words.why, said), holder);
}

function wordsOf(asked: string): { locale: Locale; words: typeof en } {
  const locale = LOCALES.find((known) => known === asked) ?? "en";
  return { locale, words: WORDS[locale] };
}

type Link = { text: string; href: string };

function written(
  locale: Locale,
  subject: string,
  lines: string[],
  there: Link,
  why: string,
  holder: ReminderHolder,
): Mail {
  const key = endKey(holder);
  const end = { text: WORDS[locale].end[holder.who], href: endPage(key) };
  return {
    subject,
    text: `${[...lines, plain(there), why, plain(end)].join("\n\n")}\n`,
    html: mailHtml(locale, [
      ...lines.map((line): Paragraph => [line, ""]),
      [there.text, "", there.href],
      [why, QUIET_STYLE],
      [end.text, QUIET_STYLE, end.href],
    ]),
    headers: {
      "List-Unsubscribe": `<${endAddress(key)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  };
}

const host = (): string => new URL(env().PLENUM_URL).host;

const ours = (path: string): string => new URL(path, env().PLENUM_URL).href;

/** A stranger's words on one line: nobody writes a line, or a header, of their own into somebody's mail. */
const strangers = (text: string): string => isolated(cleanText(text));

const plain = ({ text, href }: Link): string => `${text}\n${href}`;

function cut(text: string): string {
  const signs = [...text];
  return signs.length > SUBJECT_LENGTH ? `${signs.slice(0, SUBJECT_LENGTH - 1).join("")}…` : text;
}

const say = (text: string, facts: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
