import { hotPool } from "./db";

const LOCK_SQL = "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held";
const UNLOCK_SQL = "SELECT pg_advisory_unlock(hashtextextended($1, 0))";

/**
 * Does what only one process at a time may do under that name, however many transactions it takes. Null, and nothing done, where another does
 * it right now. Who dies lets go with their connection. For what is rare: it holds a connection meanwhile.
 */
export async function oneAtATime<Value>(name: string, act: () => Promise<Value>): Promise<Value | null> {
  const client = await hotPool().connect();
  let isWhole = false;
  try {
    const { rows } = await client.query<{ held: boolean }>(LOCK_SQL, [name]);
    if (!rows[0]?.held) {
      isWhole = true;
      return null;
    }
    try {
      return await act();
    } finally {
      await client.query(UNLOCK_SQL, [name]);
      isWhole = true;
    }
  } finally {
    // A connection that could not let go is closed, and its lock with it.
    client.release(!isWhole);
  }
}
