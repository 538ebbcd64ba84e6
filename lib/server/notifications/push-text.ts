import type { ClubNews } from "@/lib/domain/notifications/club-news";
import { sentenceOf } from "@/lib/domain/notifications/sentence";
import type { NotificationKind } from "@/lib/domain/notifications/settings";
import type { ShowRole } from "@/lib/domain/shows/show";
import { isolated } from "@/lib/domain/text/isolated";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import type { PushText } from "./deliver-push";
import ar from "./push-text.ar.json";
import de from "./push-text.de.json";
import en from "./push-text.en.json";

/** Not among the messages of the pages: those are compiled for next-intl while building, and pushes are sent without it. */
const WORDS: Record<Locale, typeof en> = { ar, de, en };

/** `others`: how many more followed, or asked. `room`: null for followers and clubs. `club`: of kind `club` alone. */
export type PushFacts = {
  kind: NotificationKind;
  name: string;
  others: number;
  room: { id: string; title: string } | null;
  club: { id: string; handle: string; name: string; news: ClubNews } | null;
  /** Of kind `show`, one of them: the invitation to what, the show that they lead now, or the room that they are to interpret. */
  guest: { id: string; title: string } | null;
  show: { id: string; slug: string; title: string; role: ShowRole } | null;
  interpreting: { id: string; title: string; language: string } | null;
};

/** What a push says, in the language of the page that asked for it. Two people in one room are one notice: of the later. */
export function pushText(locale: string, facts: PushFacts): PushText {
  const words = WORDS[LOCALES.find((known) => known === locale) ?? "en"];
  const { name, others, club, guest, show, interpreting } = facts;
  const room = facts.room ?? interpreting;
  return {
    title: words[sentenceOf({ ...facts, interprets: interpreting?.language ?? null })]
      .replace("{name}", isolated(name))
      .replace("{others}", String(others)),
    body: (room ?? guest ?? show)?.title ?? club?.name ?? words.followBody,
    url: urlOf(facts),
    // Push services take 32 letters and digits.
    tag: (room ?? club ?? guest ?? show)?.id.replaceAll("-", "") ?? "followers",
  };
}

function urlOf({ room, club, guest, show, interpreting }: PushFacts): string {
  if (interpreting) return `/rooms/${interpreting.id}`;
  if (room) return `/rooms/${room.id}`;
  if (guest) return `/guests/${guest.id}`;
  if (show) return `/shows/${show.slug}`;
  return club ? `/clubs/${club.handle}` : "/notifications";
}
