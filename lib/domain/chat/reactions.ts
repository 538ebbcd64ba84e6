/** The reactions of a room, in the order of the picker; a fixed set, so that sums stay small. Source: behaviours 12. */
export const REACTIONS = ["👏", "❤️", "😂", "😮", "🙏", "🔥"] as const;

export type Reaction = (typeof REACTIONS)[number];

/** Taps of one person travel together; more than this at once count as this many. */
export const MAX_REACTIONS_AT_ONCE = 10;
