import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { readRunRecord } from "@/scripts/start/processes/run-record.mjs";

/** The process of that name (`web`, `worker`, `relay`, `livekit`, `postgres`) in the product of this data folder. */
export function pidOf(dataFolder: string, name: string): number {
  const child = readRunRecord(dataFolder).children.find((each) => each.name === name);
  if (!child) throw new Error(`There is no process ${name} in ${dataFolder}`);
  return child.pid;
}

/** The port at which the media server of this data folder takes sound. */
export function mediaUdpPort(dataFolder: string): number {
  return JSON.parse(readFileSync(join(dataFolder, "livekit.yaml"), "utf8")).rtc.udp_port;
}

/** Asks the product's own database. */
export async function askDatabase<Row extends pg.QueryResultRow>(
  dataFolder: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const connectionString = readRunRecord(dataFolder).environment?.DATABASE_URL;
  if (!connectionString) throw new Error(`No database is recorded in ${dataFolder}`);
  const client = new pg.Client({ connectionString, application_name: "plenum-tests" });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Signs one of the cast in and answers who they are and the token of their session cookie, stored as the product does: hashed. */
export async function newSession(dataFolder: string, handle: string): Promise<{ personId: string; token: string }> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  const rows = await askDatabase<{ person_id: string }>(
    dataFolder,
    `INSERT INTO session (token_hash, person_id, expires_at)
     SELECT $1, id, now() + interval '1 day' FROM person WHERE handle = $2 RETURNING person_id`,
    [hash, handle],
  );
  if (!rows[0]) throw new Error(`Nobody is called ${handle}`);
  return { personId: rows[0].person_id, token };
}
