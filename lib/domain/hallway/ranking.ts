/**
 * How much each thing that ties a room to somebody counts in their hallway. Each outweighs all that stand below it together,
 * so that the order can be told in a sentence. Source: behaviours 1.
 */
const TIES = {
  /** Somebody whom I follow is on stage: people come to a room because of people. The more, the higher. */
  onStage: 1_000,
  /** Somebody whom I follow listens; so many people at most count. */
  listening: 10,
  mostListening: 99,
  /** I understand what is said: a topic is of no use in a language that is not mine. */
  language: 4,
  /** One topic of mine is reason enough: a room that names five is not about me five times. */
  topic: 2,
} as const;

/**
 * Among rooms that are tied to me alike the bigger one stands first, and each of these makes a room count half its size: talks
 * last one or two hours, and one that has been open all day is no news.
 */
export const HALVED_EVERY_SECONDS = 2 * 60 * 60;

/** What ties a room to somebody. */
export type RoomTies = {
  followedOnStage: number;
  /** In the audience of any of its halls, as far as they let the viewer know. */
  followedListening: number;
  sharesLanguage: boolean;
  sharesTopic: boolean;
};

/** No heat is as much as one tie: it grows by one in two hours, and reaches this in the year 2209. */
const HEAT_BELOW = 2 ** 20;

/**
 * A room's place: by `score`, then the younger id. It is known without asking what time it is: half the size an age earlier is the
 * same as one less of the power of two, so that nothing has to decay for the order to, and a page goes on where the last one ended.
 */
export type Rank = { score: number; id: string };

/** The part of a score that is the same for everyone. */
export const heatOf = ({ openSeats, liveAt }: { openSeats: number; liveAt: Date }): number =>
  Math.log2(1 + openSeats) + liveAt.getTime() / 1_000 / HALVED_EVERY_SECONDS;

/** How much ties count together; 0 for none. */
export const weightOf = (ties: RoomTies): number =>
  TIES.onStage * ties.followedOnStage +
  TIES.listening * Math.min(ties.followedListening, TIES.mostListening) +
  (ties.sharesLanguage ? TIES.language : 0) +
  (ties.sharesTopic ? TIES.topic : 0);

/** `weight`: of its ties. Among rooms of one weight the hotter stands first. */
export const scoreOf = (weight: number, heat: number): number => weight * HEAT_BELOW + heat;

/** Negative where the first stands before the other. */
export const compareRanks = (one: Rank, other: Rank): number => other.score - one.score || (one.id < other.id ? 1 : -1);

/** `pt-br` is understood by whoever speaks `pt`: languages are compared by their first part. */
export const languageKey = (language: string): string => language.split("-")[0] ?? language;
