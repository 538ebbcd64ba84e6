import type { NotificationKind } from "./settings";

/** What somebody can be told of a club. `invited`: they are. `asked`: somebody wants to be let into one that they lead. `let_in`: they asked, and are in. */
export const CLUB_NEWS = ["invited", "asked", "let_in"] as const;

export type ClubNews = (typeof CLUB_NEWS)[number];

/** What is told of a person and a room, or of a person alone. */
type OfOnePerson = Exclude<NotificationKind, "club" | "episode" | "episode_change">;

type Told = { kind: NotificationKind; others: number; club: { news: ClubNews } | null };

/** The sentences by which a push and a mail tell somebody what they are told. */
export type Sentence = OfOnePerson | ClubNews | "followMany" | "askedMany";

/** Which of them it is. `others`: how many more did the same. `club`: of kind `club`, and of it alone. */
export function sentenceOf({ kind, others, club }: Told): Sentence {
  if (club) return club.news === "asked" && others > 0 ? "askedMany" : club.news;
  return kind === "follow" && others > 0 ? "followMany" : (kind as OfOnePerson);
}
