import type { EpisodeNews } from "@/lib/domain/notifications/episode-news";
import { isolated } from "@/lib/domain/text/isolated";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import { momentText } from "@/lib/server/mail/moment-text";
import type { PushText } from "./deliver-push";
import ar from "./episode-push-text.ar.json";
import de from "./episode-push-text.de.json";
import en from "./episode-push-text.en.json";

/** As in push-text.ts. */
const WORDS: Record<Locale, typeof en> = { ar, de, en };

/** `at`: its hour, null for one without. `zone`: by whose clock it is said. */
export type EpisodePushFacts = {
  news: EpisodeNews;
  roomId: string;
  title: string;
  fromTitle: string | null;
  reason: string;
  showTitle: string | null;
  at: Date | null;
  zone: string;
};

/** What a push says of an episode, in the language of the page that asked for pushes. A later one takes the place of an earlier. */
export function episodePushText(asked: string, facts: EpisodePushFacts): PushText {
  const locale = LOCALES.find((known) => known === asked) ?? "en";
  const { news, roomId, title, fromTitle, reason, showTitle, at, zone } = facts;
  const hour = at ? momentText(at, zone, locale) : "";
  const body = { moved: hour, renamed: hour, soon: hour, cancelled: reason || hour, live: showTitle ?? "" }[news];
  return {
    title: WORDS[locale][news].replace(/\{(title|from)\}/g, (_, name) =>
      isolated(name === "from" ? (fromTitle ?? "") : title),
    ),
    body,
    url: `/rooms/${roomId}`,
    // Push services take 32 letters and digits.
    tag: roomId.replaceAll("-", ""),
  };
}
