import { RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import { COUNTED_TOGETHER, type Limit } from "@/lib/domain/limits/limits";
import { lineOf } from "@/lib/domain/limits/overrides";
import { env } from "@/lib/env";
import { sealOf } from "@/lib/server/callers/secrets";
import { hotPool } from "@/lib/server/postgres/db";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { countHit } from "./limit-hits";

/** A limit's line in the table (lib/domain/limits/limits.ts), or why an act needs none. */
export type ActLimit = Limit | { none: string };

/** A line as it holds in this instance. */
const lineHere = (limit: Limit) => lineOf(limit, env().PLENUM_LIMITS, env().PLENUM_ROOMS_OF_HOST);

/**
 * Counts `uses` of a limit by the one that `key` names; none only asks. Null while there are uses left, else the seconds to wait.
 * Keys are stored sealed: a table of limits is no list of addresses.
 */
export async function spend(limit: Limit, key: string, uses = 1): Promise<number | null> {
  try {
    await (isTogether(limit) ? together(limit).consume(sealed(key), uses) : here(limit).consume(key, uses));
    return null;
  } catch (spent) {
    const waitMs = waitOf(spent);
    if (waitMs === null) throw spent;
    countHit(limit);
    return Math.max(1, Math.ceil(waitMs / 1_000));
  }
}

/**
 * What the limiter throws where nothing is left. Known by its shape: a limiter is one a process, its class one a bundle,
 * and `instanceof` would not know the other bundles'.
 */
function waitOf(spent: unknown): number | null {
  if (typeof spent !== "object" || spent === null || spent instanceof Error) return null;
  return "msBeforeNext" in spent && typeof spent.msBeforeNext === "number" ? spent.msBeforeNext : null;
}

const isTogether = (limit: Limit): limit is keyof typeof COUNTED_TOGETHER => limit in COUNTED_TOGETHER;

const sealed = (key: string): string => sealOf("limit", key).toString("base64url");

const here = (limit: Limit): RateLimiterMemory =>
  oncePerProcess(`limit ${limit}`, () => new RateLimiterMemory({ ...lineHere(limit), keyPrefix: limit }));

const together = (limit: Limit): RateLimiterPostgres =>
  oncePerProcess(
    `limit ${limit}`,
    () =>
      new RateLimiterPostgres({
        ...lineHere(limit),
        storeClient: hotPool(),
        storeType: "pool",
        tableName: "rate_limit",
        tableCreated: true,
        keyPrefix: limit,
      }),
  );
