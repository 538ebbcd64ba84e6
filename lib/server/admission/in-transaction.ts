import type pg from "pg";
import { isConnectionSpoilt } from "@/lib/server/postgres/database-fault";
import { ANSWER_TIMEOUT_MS } from "@/lib/server/postgres/db";
import { repeatTransaction } from "@/lib/server/postgres/repeat-transaction";
import { pgSql, type Sql } from "@/lib/server/postgres/sql";

/**
 * One round trip for all four. The plan is made for the sizes of this batch: a plan kept from when the tables were
 * empty would scan them whole once they are full.
 */
const BEGIN =
  "BEGIN; SET LOCAL lock_timeout = '3s'; SET LOCAL statement_timeout = '3500ms'; SET LOCAL plan_cache_mode = force_custom_plan";

/**
 * Runs a transaction of the door on a connection from the pool, again where it collided with another. Throws as
 * repeatTransaction does.
 */
export const inTransaction = <Value>(pool: pg.Pool, run: (sql: Sql) => Promise<Value>): Promise<Value> =>
  repeatTransaction(() => once(pool, run));

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
    // A connection whose rollback fails is thrown away, and Postgres rolls back by itself.
    broken = isConnectionSpoilt(fault) || (await tell(client, "ROLLBACK").then(no, yes));
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

const no = (): boolean => false;

const yes = (): boolean => true;
