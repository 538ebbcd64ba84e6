import type pg from "pg";
import { ServiceAway } from "@/lib/domain/service-away";
import { isLost, repeatTransaction } from "@/lib/server/postgres/repeat-transaction";
import { pgSql, type Sql } from "@/lib/server/postgres/sql";
import { sqlStateOf } from "@/lib/server/postgres/sql-state";

/** A connection that does not answer a BEGIN or COMMIT in this time is taken for lost. */
const ANSWER_TIMEOUT_MS = 8_000;

/**
 * One round trip for all four. The plan is made for the sizes of this batch: a plan kept from when the tables were
 * empty would scan them whole once they are full.
 */
const BEGIN =
  "BEGIN; SET LOCAL lock_timeout = '4s'; SET LOCAL statement_timeout = '5s'; SET LOCAL plan_cache_mode = force_custom_plan";

/**
 * Runs a transaction of the door on a connection from the pool, again where it collided with another. Throws as
 * repeatTransaction does, and ServiceAway as well where the connection is lost or does not answer in time.
 */
export const inTransaction = <Value>(pool: pg.Pool, run: (sql: Sql) => Promise<Value>): Promise<Value> =>
  repeatTransaction(() => once(pool, run).catch(sayLost));

/** What Postgres gave no answer to was the connection's fault. */
function sayLost(fault: unknown): never {
  throw sqlStateOf(fault) === null ? new ServiceAway("database", { cause: fault }) : fault;
}

async function once<Value>(pool: pg.Pool, run: (sql: Sql) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  // A connection that dies while it is checked out says so here too; without a listener that would end the process.
  const ignore = () => {};
  client.on("error", ignore);
  let broken = false;
  try {
    await tell(client, BEGIN);
    const value = await run(pgSql(client));
    await tell(client, "COMMIT");
    return value;
  } catch (fault) {
    const state = sqlStateOf(fault);
    broken = state === null || isLost(state);
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
