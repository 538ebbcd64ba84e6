import type { ShowRole } from "@/lib/domain/shows/show";
import type { ClubNews } from "./club-news";
import type { NotificationKind } from "./settings";

/** What is told of a person and a room, or of a person alone. */
type OfOnePerson = Exclude<NotificationKind, "club" | "show" | "episode" | "episode_change">;

type Told = {
  kind: NotificationKind;
  others: number;
  club: { news: ClubNews } | null;
  show: { role: ShowRole } | null;
  interprets: string | null;
};

/** The sentences by which a push and a mail tell somebody what they are told. */
export type Sentence = OfOnePerson | ClubNews | ShowRole | "guest" | "interpreter" | "followMany" | "askedMany";

/**
 * Which of them it is. `others`: how many more did the same. `club`: of kind `club`, and of it alone. `show`: of kind `show`, where somebody
 * leads one now; `interprets`: they are asked to, into a language; else they are invited as a guest.
 */
export function sentenceOf({ kind, others, club, show, interprets }: Told): Sentence {
  if (kind === "show") return show?.role ?? (interprets === null ? "guest" : "interpreter");
  if (club) return club.news === "asked" && others > 0 ? "askedMany" : club.news;
  return kind === "follow" && others > 0 ? "followMany" : (kind as OfOnePerson);
}
