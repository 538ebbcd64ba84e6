const TRY_EVERY_MS = 50;

/** Waits until Postgres answers a query. Refuses with the last fault when `withinMs` passed. */
export async function untilAnswers(url, withinMs) {
  const { default: pg } = await import("pg");
  const deadline = Date.now() + withinMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("SELECT 1");
      await client.end();
      return;
    } catch (error) {
      client.end().catch(() => {});
      if (Date.now() > deadline) throw new Error(`Postgres does not answer: ${error.message}`);
      await new Promise((wake) => setTimeout(wake, TRY_EVERY_MS));
    }
  }
}

/** Creates the database unless it exists. */
export async function ensureDatabase(adminUrl, name) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
