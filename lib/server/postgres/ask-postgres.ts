import type pg from "pg";
import { ANSWER_TIMEOUT_MS } from "./db";

/**
 * Runs one statement of the door; a named one is prepared once a connection, which what happens seldom need not be.
 * Throws what pg throws; the connection is then not to be trusted and its holder closes it.
 */
export async function askPostgres<Row>(
  client: pg.ClientBase,
  name: string | undefined,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const question = { name, text, values, query_timeout: ANSWER_TIMEOUT_MS };
  const answer = await client.query(question);
  return answer.rows as Row[];
}
