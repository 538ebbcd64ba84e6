import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { oncePerProcess } from "@/lib/server/process";

/**
 * How often, in how many seconds, counted in this process's memory: a query a person is too much at the door.
 * Members are counted as people and never by their address, so that whoever floods from beside them locks nobody out.
 */
const LIMITS = {
  joinsOfPerson: { points: 80, duration: 10 },
  joinsOfGuestsFromAddress: { points: 600, duration: 60 },
  wrongTokensFromAddress: { points: 30, duration: 60 },
  roomsOfPerson: { points: 120, duration: 60 * 60 },
} as const;

/** Counts one use. Null while there are uses left, else the seconds to wait. */
export async function spendAtDoor(limit: keyof typeof LIMITS, key: string): Promise<number | null> {
  const limiter = oncePerProcess(`door ${limit}`, () => new RateLimiterMemory({ ...LIMITS[limit], keyPrefix: limit }));
  try {
    await limiter.consume(key);
    return null;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return Math.max(1, Math.ceil(spent.msBeforeNext / 1_000));
  }
}
