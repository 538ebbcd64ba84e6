import type { ShowRole } from "@/lib/domain/shows/show";
import type { NotificationKind } from "./settings";

/** What somebody can be told of a club. `invited`: they are. `asked`: somebody wants to be let into one that they lead. `let_in`: they asked, and are in. */
export const CLUB_NEWS = ["invited", "asked", "let_in"] as const;

export type ClubNews = (typeof CLUB_NEWS)[number];

/** What is told of a person and a room, or of a person alone. */
type OfOnePerson = Exclude<NotificationKind, "club" | "show" | "episode" | "episode_change">;

type Told = {
  kind: NotificationKind;
  others: number;
  club: { news: ClubNews } | null;
  show: { role: ShowRole } | null;
};

/** The sentences by which a push and a mail tell somebody what they are told. */
export type Sentence = OfOnePerson | ClubNews | ShowRole | "guest" | "followMany" | "askedMany";

/**
 * Which of them it is. `others`: how many more did the same. `club`: of kind `club`, and of it alone. `show`: of kind `show`, where somebody
 * leads one now; else they are invited as a guest.
 */
export function sentenceOf({ kind, others, club, show }: Told): Sentence {
  if (kind === "show") return show?.role ?? "guest";
  if (club) return club.news === "asked" && others > 0 ? "askedMany" : club.news;
  return kind === "follow" && others > 0 ? "followMany" : (kind as OfOnePerson);
}
