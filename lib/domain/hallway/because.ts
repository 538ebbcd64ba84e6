/** What ties a room to somebody, as far as it can be said on its card. */
export type Ties = {
  /** Of one whom they follow on stage; null where nobody is. */
  nameOnStage: string | null;
  followedOnStage: number;
  followedListening: number;
  sharesLanguage: boolean;
  /** A topic of theirs, as the room spells it. */
  sharedTopic: string | null;
};

/** Why a room stands where it stands. `more`: whom they follow on stage beside the named one. */
export type Because =
  | { reason: "on_stage"; name: string; more: number }
  | { reason: "listening"; count: number }
  | { reason: "language" }
  | { reason: "topic"; topic: string };

/** The first reason that holds, in the order in which rooms are ranked; null where a room has none but its size. */
export function becauseOf(ties: Ties): Because | null {
  const { nameOnStage, followedOnStage, followedListening, sharesLanguage, sharedTopic } = ties;
  if (nameOnStage !== null) return { reason: "on_stage", name: nameOnStage, more: Math.max(0, followedOnStage - 1) };
  if (followedListening > 0) return { reason: "listening", count: followedListening };
  if (sharesLanguage) return { reason: "language" };
  return sharedTopic === null ? null : { reason: "topic", topic: sharedTopic };
}
