import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { sealOf } from "@/lib/server/callers/secrets";
import { hotPool } from "@/lib/server/postgres/db";
import { oncePerProcess } from "@/lib/server/postgres/process";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** How often, in how many seconds. Counted in Postgres, so that all processes count together. Source: stack, trap 5. */
const LIMITS = {
  lettersToKnownBrowser: { points: 10, duration: 15 * MINUTE },
  lettersToBrowser: { points: 5, duration: 15 * MINUTE },
  /** Several people behind one router may know an address; one of them alone locks the others out of nothing. */
  lettersFromClientToAddress: { points: 12, duration: 15 * MINUTE },
  /** A class that signs up behind one router. */
  lettersFromClient: { points: 60, duration: 15 * MINUTE },
  /** Bounds how many short codes of one address strangers can guess at; beyond, codes are long. */
  shortCodesOfAddress: { points: 20, duration: DAY },
  /** Then each IPv4 /24 or IPv6 /48 has so many long ones sent there, so that a mailbox is not buried. */
  lettersFromRegionToPressedAddress: { points: 4, duration: 60 * MINUTE },
  /** Codes shown by browsers that have none to show. */
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
