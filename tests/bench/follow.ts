import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { hotPool } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { followCounts } from "@/lib/server/queries/people/follow-counts";
import { foldFollowChanges } from "@/lib/server/sweeping/fold-follow-changes";
import { foldCounts } from "@/lib/worker/fold-counts";
import { report, rounded } from "@/tests/support/bench-report";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { copyTemplate, ensureTemplate } from "@/tests/support/postgres/template-database";

const { values: flags } = parseArgs({
  options: { clients: { type: "string", default: "64" }, seconds: { type: "string", default: "8" } },
});
const [CLIENTS, ROUND_MS] = [Number(flags.clients), Number(flags.seconds) * 1_000];

/** Rounds of each way, in turn, so that a busy moment of the machine meets both. */
const ROUNDS = 3;
const FANS = 300_000;
const STAR = "00000000-0000-7000-8000-000000000000";
const READ_EVERY_MS = 100;
/** How often it is looked whether a fold is under way, and for how long. */
const LOOK_EVERY_MS = 2;
const KILL_WITHIN_MS = ROUND_MS;

/** One follow, as a statement and a transaction of its own: how the product writes it, and what it would be with a counter in the person's row. */
const WRITE =
  "INSERT INTO follow (follower_id, followee_id) VALUES (md5($1::text)::uuid, $2::uuid) ON CONFLICT DO NOTHING";
const WRITE_AND_COUNT = `
WITH written AS (${WRITE} RETURNING followee_id)
UPDATE person SET bench_followers = bench_followers + 1 FROM written WHERE id = written.followee_id`;

/** One way of counting, in a database of its own. `next`: how many fans have followed, or are about to. */
type Way = { name: string; url: string; statement: string; next: number; answered: number; ms: number };

/**
 * Many follow one celebrity at once: as the product writes it, while another process adds the changes up and is killed in the
 * middle of it each round, and with one row that every follow counts up. The product's count is read all the while, and broken
 * where it is less than what was answered or more than what was asked; at the end both counts are what the rows are.
 */
async function main(): Promise<void> {
  // A commit waits for the disk, as in the product: that is what a hot row is held for.
  const postgres = await startEmbedded(["max_connections=300", "shared_buffers=256MB", "max_wal_size=4GB"]);
  const broken: string[] = [];
  try {
    const template = await ensureTemplate(postgres.adminUrl);
    const make = async (name: string, statement: string, prepare: string): Promise<Way> => {
      const url = await copyTemplate(postgres.adminUrl, template, `bench_follow_${name}`);
      await fill(url, prepare);
      return { name, url, statement, next: 0, answered: 0, ms: 0 };
    };
    const product = await make("product", WRITE, "");
    const hotRow = await make(
      "hot_row",
      WRITE_AND_COUNT,
      "ALTER TABLE follow DISABLE TRIGGER USER; ALTER TABLE person ADD COLUMN bench_followers integer NOT NULL DEFAULT 0",
    );
    Object.assign(process.env, { DATABASE_URL: product.url, ...ENVIRONMENT });
    let readings = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await follow(hotRow);
      readings += await followAndWatch(product, broken);
    }
    broken.push(...(await faults(product, hotRow)));
    const [perSecond, hotRowPerSecond] = [rateOf(product), rateOf(hotRow)];
    report(
      "follow",
      {
        clients: CLIENTS,
        followers: product.answered,
        perSecond: rounded(perSecond),
        hotRowPerSecond: rounded(hotRowPerSecond),
        ratio: rounded(perSecond / hotRowPerSecond, 2),
        countsRead: readings,
        exact: broken.length === 0,
      },
      broken,
    );
  } finally {
    await postgres.stop();
  }
}

const ENVIRONMENT = {
  PLENUM_SECRET: "a secret that only this bench knows, 32+",
  LIVEKIT_URL: "ws://127.0.0.1:9",
  LIVEKIT_API_KEY: "bench",
  LIVEKIT_API_SECRET: "a media secret that only this bench knows",
};

const rateOf = ({ answered, ms }: Way): number => (answered * 1_000) / ms;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // Where the bench fails, its server is gone before its clients are.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** The celebrity and their fans. Triggers that keep the words of a search are left out; those of follows are what is measured. */
async function fill(url: string, prepare: string): Promise<void> {
  const client = await connect(url);
  await client.query("SET session_replication_role = replica");
  await client.query(
    `INSERT INTO person (id, kind, handle, name, portrait_seed)
     SELECT CASE n WHEN 0 THEN $2::uuid ELSE md5(n::text)::uuid END, 'member', 'person_' || n, 'Person', 1
     FROM generate_series(0, $1::int) n`,
    [FANS, STAR],
  );
  await client.query("SET session_replication_role = origin");
  if (prepare) await client.query(prepare);
  await client.query("VACUUM ANALYZE person");
  await client.end();
}

/** For one round as many as there are clients follow at a time, each time somebody else. */
async function follow(way: Way): Promise<void> {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => connect(way.url)));
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() - began < ROUND_MS && way.next < FANS) {
        await client.query({ name: "follow", text: way.statement, values: [++way.next, STAR] });
        way.answered++;
      }
    }),
  );
  way.ms += performance.now() - began;
  await Promise.all(clients.map((client) => client.end()));
}

/** The same while counts are read, and changes are added up by a process that is killed over it and followed by another. Answers how many counts were read. */
async function followAndWatch(way: Way, broken: string[]): Promise<number> {
  const done = { over: false };
  const watching = Promise.all([readAllTheWhile(way, done, broken), foldAndKill(way, done)]);
  await follow(way);
  done.over = true;
  const [readings] = await watching;
  return readings;
}

async function readAllTheWhile(way: Way, done: { over: boolean }, broken: string[]): Promise<number> {
  let readings = 0;
  while (!done.over) {
    const least = way.answered;
    const { followers } = await followCounts(null, STAR);
    if (followers < least || followers > way.next)
      broken.push(`${followers} followers between ${least} and ${way.next}`);
    readings++;
    await pause(READ_EVERY_MS);
  }
  return readings;
}

async function foldAndKill({ url }: Way, done: { over: boolean }): Promise<void> {
  const first = startFolding();
  await untilFolding(url);
  await end(first);
  const second = startFolding();
  while (!done.over) await pause(READ_EVERY_MS);
  await end(second);
}

/** This same file in a process of its own, as the worker folds. */
const startFolding = (): ChildProcess =>
  fork(fileURLToPath(import.meta.url), { env: { ...process.env, BENCH_FOLDS: "1" } });

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

async function untilFolding(url: string): Promise<void> {
  const client = await connect(url);
  const until = performance.now() + KILL_WITHIN_MS;
  while (performance.now() < until) {
    const { rowCount } = await client.query(
      "SELECT FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%DELETE FROM follow_change%' AND pid <> pg_backend_pid()",
    );
    if (rowCount) break;
    await pause(LOOK_EVERY_MS);
  }
  await client.end();
}

/** What is not exact at the end, before and after the last changes are added up. */
async function faults(product: Way, hotRow: Way): Promise<string[]> {
  const found: string[] = [];
  const rows = Number(
    (await hotPool().query("SELECT count(*) AS n FROM follow WHERE followee_id = $1", [STAR])).rows[0]?.n,
  );
  if (rows !== product.answered) found.push(`${product.answered} follows were answered and ${rows} are written`);
  const readHere = async (when: string): Promise<void> => {
    const { followers } = await followCounts(null, STAR);
    if (followers !== rows) found.push(`${followers} followers of ${rows} ${when}`);
  };
  await readHere("before the last fold");
  while ((await foldFollowChanges(hotSql())) > 0);
  await readHere("after the last fold");
  const { rows: left } = await hotPool().query("SELECT followers FROM follow_total WHERE person_id = $1", [STAR]);
  if (left[0]?.followers !== rows) found.push("the total is not what was added up");
  await hotPool().end();
  const client = await connect(hotRow.url);
  const { rows: hot } = await client.query("SELECT bench_followers AS n FROM person WHERE id = $1", [STAR]);
  if (hot[0]?.n !== hotRow.answered) found.push("the hot row is not exact");
  await client.end();
  return found;
}

if (process.env.BENCH_FOLDS) await foldCounts(new AbortController().signal);
else await main();
