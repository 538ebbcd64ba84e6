import { cleanText } from "@/lib/domain/text/clean-text";
import { isolated } from "@/lib/domain/text/isolated";
import { env } from "@/lib/env";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import ar from "./guest-mail.ar.json";
import de from "./guest-mail.de.json";
import en from "./guest-mail.en.json";
import { mailHtml, type Paragraph, QUIET_STYLE } from "./mail-html";
import type { Mail } from "./send-mail";

/** Not among the messages of the pages, as in sign-in-mail.ts. */
const WORDS: Record<Locale, typeof en> = { ar, de, en };

/** The episode, and who of its hosts invited. `zone`: by whose clocks its hour is told. */
export type MailedEpisode = {
  roomId: string;
  title: string;
  host: string;
  scheduledFor: Date | null;
  zone: string;
};

/** To a guest: who invites them to what, when, and the link that is theirs. */
export function guestInvitationMail(asked: string, episode: MailedEpisode, url: string): Mail {
  const locale = localeOf(asked);
  const words = WORDS[locale];
  const facts = factsOf(episode);
  const { scheduledFor } = episode;
  return mailOf(locale, say(words.intro.subject, facts), [
    [say(words.intro.text, facts), ""],
    [scheduledFor ? say(words.when, { when: timeOf(locale, scheduledFor, episode.zone) }) : words.soon, ""],
    [words.link, "", url],
    [words.own, ""],
    [words.notMe, QUIET_STYLE],
  ]);
}

/** To a guest: that the link counts no more. */
export function guestRevokedMail(asked: string, episode: MailedEpisode): Mail {
  const locale = localeOf(asked);
  const { revoked } = WORDS[locale];
  const facts = factsOf(episode);
  return mailOf(locale, say(revoked.subject, facts), [[say(revoked.text, facts), ""]]);
}

/** To the host who invited: what became of it. */
export function guestNewsMail(
  asked: string,
  episode: MailedEpisode,
  news: { kind: "accepted" | "declined" | "claimed"; guest: string },
): Mail {
  const locale = localeOf(asked);
  const words = WORDS[locale];
  const facts = { ...factsOf(episode), guest: strangers(news.guest) };
  return mailOf(locale, say(words[news.kind].subject, facts), [
    [say(words[news.kind].text, facts), ""],
    [words.see, "", new URL(`/rooms/${episode.roomId}`, env().PLENUM_URL).href],
  ]);
}

const localeOf = (asked: string): Locale => LOCALES.find((known) => known === asked) ?? "en";

const factsOf = ({ title, host }: MailedEpisode): Record<string, string> => ({
  title: strangers(title),
  host: strangers(host),
  site: new URL(env().PLENUM_URL).host,
});

const timeOf = (locale: Locale, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
    timeZoneName: "short",
    timeZone,
  }).format(at);

/** A stranger's words on one line, whatever the row says: nobody writes a line, or a header, of their own into somebody's mail. */
const strangers = (text: string): string => isolated(cleanText(text));

const say = (text: string, facts: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");

const mailOf = (locale: Locale, subject: string, paragraphs: Paragraph[]): Mail => ({
  subject,
  text: `${paragraphs.map(([text, , href]) => (href ? `${text}\n${href}` : text)).join("\n\n")}\n`,
  html: mailHtml(locale, paragraphs),
});
