import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { oncePerProcess } from "@/lib/server/postgres/process";

/**
 * How often, in how many seconds, counted in this process's memory: a query a person is too much at the door.
 * Members are counted as people and never by their address, so that whoever floods from beside them locks nobody out.
 */
const LIMITS = {
  joinsOfPerson: { points: 80, duration: 10 },
  joinsOfGuestsFromAddress: { points: 600, duration: 60 },
  /** Whoever stands first in line asks once a second, on each of a few pages. */
  pollsOfPerson: { points: 60, duration: 10 },
  wrongTokensFromAddress: { points: 30, duration: 60 },
  /** Nobody guesses 128 bits; nobody shall make the house look for them either. */
  wrongLinksFromAddress: { points: 30, duration: 60 },
  inviteLinksOfPerson: { points: 30, duration: 60 * 60 },
  /** A person types no faster; two screens' worth of retries pass. */
  chatLinesOfPerson: { points: 12, duration: 10 },
  /** Each makes the server read a page of somebody else's. */
  linksOfPerson: { points: 10, duration: 60 },
  /** A tap is one; eager clapping passes, a bot's drumming does not. */
  reactionsOfPerson: { points: 20, duration: 10 },
  /** Some languages tried out, and a connection that comes and goes. */
  channelsOfPerson: { points: 30, duration: 30 },
  ratingsOfPerson: { points: 20, duration: 60 },
  hallsOfPerson: { points: 20, duration: 60 },
  /** Everyone in every hall reads it. */
  familyLinesOfPerson: { points: 6, duration: 60 },
  roomsOfPerson: { points: 120, duration: 60 * 60 },
} as const;

/** Counts `uses`. Null while there are uses left, else the seconds to wait. */
export async function spendAtDoor(limit: keyof typeof LIMITS, key: string, uses = 1): Promise<number | null> {
  const limiter = oncePerProcess(`door ${limit}`, () => new RateLimiterMemory({ ...LIMITS[limit], keyPrefix: limit }));
  try {
    await limiter.consume(key, uses);
    return null;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return Math.max(1, Math.ceil(spent.msBeforeNext / 1_000));
  }
}
