import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { writeFollow } from "@/lib/server/acts/write-follow";
import { hotPool } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { followCounts } from "@/lib/server/queries/people/follow-counts";
import { foldFollowChanges } from "@/lib/server/sweeping/fold-follow-changes";
import { foldCounts } from "@/lib/worker/fold-counts";
import { report, rounded } from "@/tests/support/bench-report";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { copyTemplate, ensureTemplate } from "@/tests/support/postgres/template-database";

const { values: flags } = parseArgs({
  options: { crowd: { type: "string", default: "100" }, seconds: { type: "string", default: "6" } },
});
/** Who follow at a time. */
const CROWD = Number(flags.crowd);
const ROUND_MS = Number(flags.seconds) * 1_000;

/** Rounds of each way, in turn, so that a busy moment of the machine meets both. */
const ROUNDS = 3;
const FANS = 300_000;
const STAR = "00000000-0000-7000-8000-000000000000";
const READ_EVERY_MS = 100;
/** How often it is looked whether a fold is under way, and for how long. */
const LOOK_EVERY_MS = 2;
const KILL_WITHIN_MS = ROUND_MS;

/** One follow as a statement and a transaction of its own; and what it would be with a counter in the person's row. */
const WRITE = "INSERT INTO follow (follower_id, followee_id) VALUES ($1::uuid, $2::uuid) ON CONFLICT DO NOTHING";
const WRITE_AND_COUNT = `
WITH written AS (${WRITE} RETURNING followee_id)
UPDATE person SET bench_followers = bench_followers + 1 FROM written WHERE id = written.followee_id`;

/** A database with its own fans. `asked`: how many of them follow, or are about to; `answered`: whose follow is written. */
type House = { url: string; asked: number; answered: number };

/** One way of writing and counting. `begin` answers what writes one follow for one of the crowd, and what ends it. */
type Way = { house: House; follows: number; ms: number; begin: () => Promise<Writer> };
type Writer = { write: (follower: string) => Promise<unknown>; end: () => Promise<void> };

/**
 * A crowd follows one celebrity, so many at a time: as the product writes it, with each follow a statement of its own, and with one
 * row that every follow counts up. While the product does, another process adds the changes up and is killed in the middle of it,
 * and the count is read: broken where it is less than what was answered or more than what was asked. At the end all counts are
 * what the rows are.
 */
async function main(): Promise<void> {
  // A commit waits for the disk, as in the product: that is for how long a hot row is held.
  const postgres = await startEmbedded(["max_connections=300", "shared_buffers=256MB", "max_wal_size=4GB"]);
  const broken: string[] = [];
  try {
    const template = await ensureTemplate(postgres.adminUrl);
    const make = async (name: string, prepare: string): Promise<House> => {
      const url = await copyTemplate(postgres.adminUrl, template, `bench_follow_${name}`);
      await fill(url, prepare);
      return { url, asked: 0, answered: 0 };
    };
    const house = await make("changes", "");
    const hot = await make(
      "hot_row",
      "ALTER TABLE follow DISABLE TRIGGER USER; ALTER TABLE person ADD COLUMN bench_followers integer NOT NULL DEFAULT 0",
    );
    Object.assign(process.env, { DATABASE_URL: house.url, ...ENVIRONMENT });
    const product: Way = { house, follows: 0, ms: 0, begin: async () => together };
    const oneByOne: Way = { house, follows: 0, ms: 0, begin: () => alone(house.url, WRITE) };
    const hotRow: Way = { house: hot, follows: 0, ms: 0, begin: () => alone(hot.url, WRITE_AND_COUNT) };
    let readings = 0;
    for (let round = 0; round < ROUNDS; round++) {
      await follow(hotRow);
      await follow(oneByOne);
      readings += await followAndWatch(product, broken);
    }
    broken.push(...(await faults(house, hot)));
    const [perSecond, oneByOnePerSecond, hotRowPerSecond] = [product, oneByOne, hotRow].map(rateOf) as [
      number,
      number,
      number,
    ];
    report(
      "follow",
      {
        atATime: CROWD,
        followers: house.answered,
        perSecond: rounded(perSecond),
        oneByOnePerSecond: rounded(oneByOnePerSecond),
        hotRowPerSecond: rounded(hotRowPerSecond),
        ratio: rounded(perSecond / hotRowPerSecond, 2),
        oneByOneRatio: rounded(oneByOnePerSecond / hotRowPerSecond, 2),
        countsRead: readings,
        exact: broken.length === 0,
      },
      broken,
    );
  } finally {
    await postgres.stop();
  }
}

/** As the command does: with all who ask in this process at the same moment. */
const together: Writer = {
  write: (followerId) => writeFollow({ followerId, followeeId: STAR }),
  end: async () => {},
};

/** On a connection of its own. */
async function alone(url: string, statement: string): Promise<Writer> {
  const client = await connect(url);
  return {
    write: (follower) => client.query({ name: "follow", text: statement, values: [follower, STAR] }),
    end: () => client.end(),
  };
}

const ENVIRONMENT = {
  PLENUM_SECRET: "a secret that only this bench knows, 32+",
  LIVEKIT_URL: "ws://127.0.0.1:9",
  LIVEKIT_API_KEY: "bench",
  LIVEKIT_API_SECRET: "a media secret that only this bench knows",
};

const rateOf = ({ follows, ms }: Way): number => (follows * 1_000) / ms;

/** As `fill` names the n-th. */
const idOf = (n: number): string => createHash("md5").update(String(n)).digest("hex");

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

/** For one round so many follow at a time, each time somebody else. */
async function follow(way: Way): Promise<void> {
  const { house } = way;
  const writers = await Promise.all(Array.from({ length: CROWD }, () => way.begin()));
  const began = performance.now();
  await Promise.all(
    writers.map(async ({ write }) => {
      while (performance.now() - began < ROUND_MS && house.asked < FANS) {
        await write(idOf(++house.asked));
        house.answered++;
        way.follows++;
      }
    }),
  );
  way.ms += performance.now() - began;
  await Promise.all(writers.map(({ end }) => end()));
}

/** The same while counts are read, and changes are added up by a process that is killed over it and followed by another. Answers how many counts were read. */
async function followAndWatch(way: Way, broken: string[]): Promise<number> {
  const done = { over: false };
  const watching = Promise.all([readAllTheWhile(way.house, done, broken), foldAndKill(way.house, done)]);
  await follow(way);
  done.over = true;
  const [readings] = await watching;
  return readings;
}

async function readAllTheWhile(house: House, done: { over: boolean }, broken: string[]): Promise<number> {
  let readings = 0;
  while (!done.over) {
    const least = house.answered;
    const { followers } = await followCounts(null, STAR);
    if (followers < least || followers > house.asked)
      broken.push(`${followers} followers between ${least} and ${house.asked}`);
    readings++;
    await pause(READ_EVERY_MS);
  }
  return readings;
}

async function foldAndKill({ url }: House, done: { over: boolean }): Promise<void> {
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
async function faults(product: House, hotRow: House): Promise<string[]> {
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
