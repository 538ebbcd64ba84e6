/** What decides whether somebody may know of a member. */
export type PersonVisibilityFacts = {
  kind: "member" | "guest";
  /** Shut out of the whole instance. */
  banned: boolean;
  /** They have given their account up. */
  givenUp: boolean;
  /** One of the two has blocked the other. */
  blocked: boolean;
  isSelf: boolean;
};

/**
 * Whether somebody may know of a member: on profiles, lists, in search and counts alike. Guests are seen in rooms only.
 * Source: behaviours 30, 40.
 */
export const seesPerson = ({ kind, banned, givenUp, blocked, isSelf }: PersonVisibilityFacts): boolean =>
  kind === "member" && !banned && (isSelf || !(givenUp || blocked));
