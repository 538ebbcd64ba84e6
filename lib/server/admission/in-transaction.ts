import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { ServiceAway } from "@/lib/domain/service-away";
import { ANSWER_TIMEOUT_MS } from "@/lib/server/postgres/db";

const MAX_TRIES = 6;
const PAUSE_MS = 10;

/** Deadlock and serialisation: nothing happened, and trying again is the remedy. */
const TRANSIENT = new Set(["40P01", "40001"]);

/** Postgres gave up waiting for a lock or a statement. */
const TIMED_OUT = new Set(["55P03", "57014"]);

/** Connection faults, no room for one more, Postgres going down or taking no writes. The connection is not to be used again. */
const CONNECTION_LOST = /^(08|53|57P|25006)/;

/**
 * One round trip for all four. The plan is made for the sizes of this batch: a plan kept from when the tables were
 * empty would scan them whole once they are full.
 */
const BEGIN =
  "BEGIN; SET LOCAL lock_timeout = '3s'; SET LOCAL statement_timeout = '3500ms'; SET LOCAL plan_cache_mode = force_custom_plan";

/**
 * Runs a transaction of the door on a connection from the pool, again after a deadlock. Where the connection is lost or
 * does not answer in time it throws ServiceAway: whether the commit happened is unknown then, and repeating is safe.
 */
export async function inTransaction<Value>(
  pool: pg.Pool,
  run: (client: pg.ClientBase) => Promise<Value>,
): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await once(pool, run);
    } catch (fault) {
      const state = sqlStateOf(fault);
      if (state === null || TIMED_OUT.has(state) || CONNECTION_LOST.test(state))
        throw new ServiceAway("database", { cause: fault });
      if (!TRANSIENT.has(state) || tries === MAX_TRIES) throw fault;
      await pause(Math.random() * PAUSE_MS * tries);
    }
  }
}

async function once<Value>(pool: pg.Pool, run: (client: pg.ClientBase) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  // A connection that dies while it is checked out says so here too; without a listener that would end the process.
  const ignore = () => {};
  client.on("error", ignore);
  let broken = false;
  try {
    await tell(client, BEGIN);
    const value = await run(client);
    await tell(client, "COMMIT");
    return value;
  } catch (fault) {
    const state = sqlStateOf(fault);
    broken = state === null || CONNECTION_LOST.test(state);
    // A connection whose rollback fails is thrown away, and Postgres rolls back by itself.
    if (!broken)
      broken = await tell(client, "ROLLBACK").then(
        () => false,
        () => true,
      );
    throw fault;
  } finally {
    client.off("error", ignore);
    client.release(broken);
  }
}

async function tell(client: pg.ClientBase, text: string): Promise<void> {
  const statement = { text, query_timeout: ANSWER_TIMEOUT_MS };
  await client.query(statement);
}

/** The SQLSTATE that Postgres answered; null where it answered none, as when the connection was lost (ECONNRESET, EPIPE). */
function sqlStateOf(fault: unknown): string | null {
  if (!(fault instanceof Error) || !("code" in fault) || typeof fault.code !== "string") return null;
  return /^[0-9FHPX][0-9A-Z]{4}$/.test(fault.code) ? fault.code : null;
}
