import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { sealOf } from "@/lib/server/callers/secrets";
import { hotPool } from "@/lib/server/postgres/db";
import { oncePerProcess } from "@/lib/server/postgres/process";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** How often, in how many seconds. Counted in Postgres, so that all processes count together. Source: stack, trap 5. */
const LIMITS = {
  lettersToAddress: { points: 5, duration: 15 * MINUTE },
  /** Bounds how many codes of one address anyone can guess at. */
  lettersToAddressInADay: { points: 30, duration: DAY },
  lettersFromClient: { points: 20, duration: 15 * MINUTE },
  codesFromClient: { points: 30, duration: 15 * MINUTE },
  /** Source: behaviours 7. */
  pingsOfPerson: { points: 20, duration: 60 * MINUTE },
  accessTokensOfPerson: { points: 20, duration: 60 * MINUTE },
} as const;

export type Limit = keyof typeof LIMITS;

/**
 * Counts one use of a limit by whoever `key` names. Null while there are uses left, else the seconds to wait.
 * Keys are stored sealed: a table of limits is no list of addresses.
 */
export async function spend(limit: Limit, key: string): Promise<number | null> {
  try {
    await limiterOf(limit).consume(sealOf("limit", key).toString("base64url"));
    return null;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return Math.max(1, Math.ceil(spent.msBeforeNext / 1_000));
  }
}

const limiterOf = (limit: Limit): RateLimiterPostgres =>
  oncePerProcess(
    `limit ${limit}`,
    () =>
      new RateLimiterPostgres({
        ...LIMITS[limit],
        storeClient: hotPool(),
        storeType: "pool",
        tableName: "rate_limit",
        tableCreated: true,
        keyPrefix: limit,
      }),
  );
