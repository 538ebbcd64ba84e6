/** What somebody can be told of a club. `invited`: they are. `asked`: somebody wants to be let into one that they lead. `let_in`: they asked, and are in. */
export const CLUB_NEWS = ["invited", "asked", "let_in"] as const;

export type ClubNews = (typeof CLUB_NEWS)[number];
