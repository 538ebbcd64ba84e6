import { sentenceOf } from "@/lib/domain/notifications/sentence";
import { cleanText } from "@/lib/domain/text/clean-text";
import { isolated } from "@/lib/domain/text/isolated";
import { env } from "@/lib/env";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import type { DigestNews, News } from "@/lib/server/queries/notifications/digest-news";
import ar from "./digest-mail.ar.json";
import de from "./digest-mail.de.json";
import en from "./digest-mail.en.json";
import { mailHtml, type Paragraph, QUIET_STYLE } from "./mail-html";
import type { Mail } from "./send-mail";
import { unsubscribeAddress, unsubscribeKey, unsubscribePage } from "./unsubscribe-key";

/** Not among the messages of the pages, as in sign-in-mail.ts. */
const WORDS: Record<Locale, typeof en> = { ar, de, en };

/** More makes no mail better; the rest stands in the app. */
const TOLD = 20;

/** A subject that a mail program shows whole. Names and titles are cut nowhere else. */
const SUBJECT_LENGTH = 90;

/**
 * The mail of what somebody missed, in the language in which they asked for it. `news` is not empty. Its headers let a mail program
 * end such mails with one click (RFC 8058), and ask others not to answer it.
 */
export function digestMail(personId: string, { locale: asked, rhythm, news }: Omit<DigestNews, "to">): Mail {
  const locale = LOCALES.find((known) => known === asked) ?? "en";
  const words = WORDS[locale];
  const told = news.slice(0, TOLD).map((one) => ({ text: lineOf(words, one), href: addressOf(one) }));
  const all = { text: words.all, href: ours("/notifications") };
  const foot = [
    { text: words.settings, href: ours("/settings/notifications") },
    { text: words.unsubscribe, href: unsubscribePage(unsubscribeKey(personId)) },
  ];
  const intro = say(words.intro, { host: new URL(env().PLENUM_URL).host });
  const why = words.why[rhythm];
  return {
    subject: subjectOf(told[0]?.text ?? intro, news.length - 1),
    text: `${[intro, ...told.map(plain), plain(all), why, ...foot.map(plain)].join("\n\n")}\n`,
    html: mailHtml(locale, [
      [intro, ""],
      ...[...told, all].map(({ text, href }): Paragraph => [text, "", href]),
      [why, QUIET_STYLE],
      ...foot.map(({ text, href }): Paragraph => [text, QUIET_STYLE, href]),
    ]),
    headers: {
      "List-Unsubscribe": `<${unsubscribeAddress(personId)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "Auto-Submitted": "auto-generated",
    },
  };
}

function lineOf(words: typeof en, news: News): string {
  const { others, name, room, club, show } = news;
  const facts = {
    name: strangers(name),
    others: String(others),
    title: strangers(room?.title ?? club?.name ?? show?.title ?? ""),
  };
  const line = say(words.kinds[sentenceOf(news)], facts);
  return room?.live ? `${line} (${words.live})` : line;
}

/** To one's invitation or show, into the room while it can still be heard or waits to be interpreted, to the club, else to the person. */
function addressOf({ handle, room, club, guest, show, interprets }: News): string {
  if (guest) return ours(`/guests/${guest.id}`);
  if (show) return ours(`/shows/${show.slug}`);
  if (room && (room.live || interprets !== null)) return ours(`/rooms/${room.id}`);
  return ours(club ? `/clubs/${club.handle}` : `/people/${handle}`);
}

const ours = (path: string): string => new URL(path, env().PLENUM_URL).href;

/** A stranger's words on one line, whatever the row says: nobody writes a line, or a header, of their own into somebody's mail. */
const strangers = (text: string): string => isolated(cleanText(text));

const plain = ({ text, href }: { text: string; href: string }): string => `${text}\n${href}`;

function subjectOf(first: string, others: number): string {
  const signs = [...first];
  const cut = signs.length > SUBJECT_LENGTH ? `${signs.slice(0, SUBJECT_LENGTH - 1).join("")}…` : first;
  return others > 0 ? `${cut} (+${others})` : cut;
}

const say = (text: string, facts: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
