import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import pg from "pg";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { AudiencePage } from "@/lib/wire/roster/views";
import { report, rounded } from "@/tests/support/bench-report";
import { QUIET_CHROMIUM, WHOLE_CHROMIUM } from "@/tests/support/chromium";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { copyTemplate, ensureTemplate } from "@/tests/support/postgres/template-database";

const { values: flags } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    seats: { type: "string", default: "5000" },
    follows: { type: "string", default: "3000" },
    runs: { type: "string", default: "60" },
  },
});
const [PEOPLE, SEATS, FOLLOWS, RUNS] = [flags.people, flags.seats, flags.follows, flags.runs].map(Number) as [
  number,
  number,
  number,
  number,
];
const ON_STAGE = 20;
const OTHER_FOLLOWS = 2_000_000;
const CHANGES_A_SECOND = 50;
const WATCHED_MS = 6_000;

/** A room in which many ask, so that most find a snapshot that another request paid for. */
const BUSY_PAUSE_MS = 20;
/** Somebody who asks after more than a second of silence waits for every snapshot they need. */
const ALONE_PAUSE_MS = 1_100;
const ALONE_RUNS = 20;

/**
 * A full room among a million people. `…Busy` and `…Alone`: what a request waits for, as its route asks it, where others
 * asked just before, as in a full room, and where nobody did for a second; `p95Ms` and `aloneP95Ms` are the worst kind of each. `snapshot…`: what is read behind them, at most once
 * a second a room and process however many ask. `searchFirst`: the first search of a minute, which reads all names of the
 * room. Then the frames of the seat map while seats change. Broken where counts are not exact.
 */
async function main(): Promise<void> {
  const postgres = await startEmbedded([
    "fsync=off",
    "synchronous_commit=off",
    "max_wal_size=4GB",
    "shared_buffers=256MB",
  ]);
  const broken: string[] = [];
  const figures: Record<string, number> = { people: PEOPLE, seats: SEATS };
  try {
    const databaseUrl = await copyTemplate(postgres.adminUrl, await ensureTemplate(postgres.adminUrl), "bench_roster");
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      PLENUM_SECRET: "a secret that only this bench knows, 32+",
      LIVEKIT_URL: "ws://127.0.0.1:9",
      LIVEKIT_API_KEY: "bench",
      LIVEKIT_API_SECRET: "a media secret that only this bench knows",
    });
    Object.assign(figures, await measureSql(broken));
  } finally {
    await postgres.stop();
  }
  Object.assign(figures, await measureFrames());
  report("roster", figures, broken);
}

async function measureSql(broken: string[]): Promise<Record<string, number>> {
  const { hotPool } = await import("@/lib/server/postgres/db");
  const { knownRoom } = await import("@/lib/server/queries/rooms/known-room");
  const { readRoster } = await import("@/lib/server/queries/roster/room-roster");
  const { readFollowedSection } = await import("@/lib/server/queries/roster/followed-section");
  const { audiencePage } = await import("@/lib/server/queries/roster/audience-page");
  const { peopleInRoom } = await import("@/lib/server/queries/roster/people-in-room");
  const { followedHere } = await import("@/lib/server/queries/roster/followed-here");
  const roomId = randomUUID() as RoomId;
  const me = await fill(roomId);
  const { seats } = await readRoster(roomId);
  const view = (await knownRoom(null, roomId))?.view;
  if (!view) throw new Error("there is no room");
  broken.push(...whatIsWrong(view, await audiencePage(roomId, "followed", undefined)));

  const cursor = () => {
    const seat = seats[Math.floor(Math.random() * seats.length)];
    return seat && `${seat.openedAt}_${seat.seatId}`;
  };
  const search = (q: string) => peopleInRoom(view, { q });
  const searchFirst = await times(() => search("person 77"), 1, 0);
  /** Each as its route asks it. */
  const requests = {
    view: () => knownRoom(null, roomId),
    page: async () => (await knownRoom(null, roomId)) && audiencePage(roomId, "others", cursor()),
    followed: async () => (await knownRoom(null, roomId)) && audiencePage(roomId, "followed", undefined),
    search: async () => (await knownRoom(null, roomId)) && search(`person ${Math.floor(Math.random() * 100)}`),
    mine: async () => (await knownRoom(null, roomId)) && followedHere(roomId, { id: me }),
  };
  const waits: Record<string, number[]> = {};
  for (const [name, request] of Object.entries(requests)) {
    waits[`${name}Busy`] = await times(request, RUNS * 5, BUSY_PAUSE_MS);
    waits[`${name}Alone`] = await times(request, ALONE_RUNS, ALONE_PAUSE_MS);
  }
  const snapshots: Record<string, number[]> = {
    snapshotSeats: await times(() => readRoster(roomId), RUNS, 0),
    snapshotFollowed: await times(() => readFollowedSection(roomId), RUNS, 0),
    searchFirst,
  };
  await hotPool().end();
  const figures: Record<string, number> = {};
  for (const [name, all] of Object.entries({ ...waits, ...snapshots })) {
    figures[`${name}P50Ms`] = rounded(quantile(all, 0.5), 2);
    figures[`${name}P95Ms`] = rounded(quantile(all, 0.95), 2);
  }
  // Of the slowest kind of request, so that no fast one hides a slow one.
  const slowest = (when: string, share: number) =>
    Math.max(...Object.keys(requests).map((name) => rounded(quantile(waits[name + when] ?? [], share), 2)));
  figures.aloneP50Ms = slowest("Alone", 0.5);
  figures.aloneP95Ms = slowest("Alone", 0.95);
  figures.p50Ms = slowest("Busy", 0.5);
  figures.p95Ms = slowest("Busy", 0.95);
  return figures;
}

function whatIsWrong(view: RoomView, page: { text: string } | null): string[] {
  const wrong: string[] = [];
  if (view.stage.length !== ON_STAGE || view.audienceCount !== SEATS - ON_STAGE)
    wrong.push("the view's counts are exact");
  const { counts } = JSON.parse(page?.text ?? "{}") as AudiencePage;
  if (counts.followed + counts.others !== SEATS - ON_STAGE) wrong.push("the sections hold everyone once");
  if (counts.followed === 0) wrong.push("somebody is followed");
  return wrong;
}

/**
 * Answers somebody in the room who follows some of it. People are spread over the whole table, as in life.
 * Over a connection of its own: the product's have a time limit, and this takes a minute.
 */
async function fill(roomId: RoomId): Promise<PersonId> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  try {
    // Without the triggers that write down what people are found by: a million of them take minutes, and nobody looks here.
    await run("SET session_replication_role = replica");
    await run(
      `INSERT INTO person (id, kind, handle, name, portrait_seed, created_at)
       SELECT md5(n::text)::uuid, 'member', 'p' || n, 'Person ' || n, n, now() - interval '30 days' FROM generate_series(1, $1::int) n`,
      [PEOPLE],
    );
    await run("SET session_replication_role = origin");
    await run(
      `INSERT INTO room (id, title, language, capacity, open_seats, created_by_id, live_at)
       VALUES ($1, 'Bench', 'en', $2, $2, md5('1')::uuid, now())`,
      [roomId, SEATS],
    );
    await run("INSERT INTO room_clock (room_id, version) VALUES ($1, 1)", [roomId]);
    const step = Math.floor(PEOPLE / SEATS);
    await run(
      `INSERT INTO seat (id, room_id, person_id, role, opened_at, stage_since)
       SELECT gen_random_uuid(), $1, md5((1 + n * $3::int)::text)::uuid,
         (CASE WHEN n = 0 THEN 'host' WHEN n < ${ON_STAGE} THEN 'speaker' ELSE 'listener' END)::"Role",
         now() - (n || ' ms')::interval, CASE WHEN n < ${ON_STAGE} THEN now() END
       FROM generate_series(0, $2::int - 1) n`,
      [roomId, SEATS, step],
    );
    // Each of the stage, and one listener, follows people all over, some of whom sit here.
    await run(
      `INSERT INTO follow (follower_id, followee_id)
       SELECT md5((1 + s * $2::int)::text)::uuid, md5((1 + (s * 7919 + f * 331) % $3::int)::text)::uuid
       FROM generate_series(0, ${ON_STAGE}) s, generate_series(1, $1::int) f
       WHERE (s * 7919 + f * 331) % $3::int <> s * $2::int ON CONFLICT DO NOTHING`,
      [FOLLOWS, step, PEOPLE],
    );
    // Everybody else follows somebody too, and the room has a past: a table of nothing but the wanted rows would flatter.
    await run(
      `INSERT INTO follow (follower_id, followee_id)
       SELECT md5((1 + n * 7919::bigint % $2::int)::text)::uuid, md5((1 + (n * 104729::bigint + n / 7) % $2::int)::text)::uuid
       FROM generate_series(1, $1::int) n
       WHERE n * 7919::bigint % $2::int <> (n * 104729::bigint + n / 7) % $2::int ON CONFLICT DO NOTHING`,
      [OTHER_FOLLOWS, PEOPLE],
    );
    await run(
      `INSERT INTO seat (id, room_id, person_id, role, opened_at, closed_at)
       SELECT gen_random_uuid(), $1, md5((1 + n)::text)::uuid, 'listener', now() - interval '1 hour', now()
       FROM generate_series(1, $2::int) n`,
      [roomId, Math.min(PEOPLE, 20 * SEATS) - 1],
    );
    await run("VACUUM ANALYZE");
    const { rows } = await run("SELECT md5((1 + $1::int)::text)::uuid AS id", [ON_STAGE * step]);
    return rows[0].id as PersonId;
  } finally {
    await client.end();
  }
}

async function times(act: () => Promise<unknown>, runs: number, pauseMs: number): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    await act();
    all.push(performance.now() - from);
    if (pauseMs > 0) await pause(pauseMs);
  }
  return all;
}

const quantile = (all: number[], share: number): number =>
  all.toSorted((one, other) => one - other)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? Number.NaN;

/** What runs in the page: the product's own drawing, while people come and go. */
const PAGE = `
import { assignPlaces, planHall } from "@/components/room/roster/places";
import { drawSeats } from "@/components/room/roster/draw-seats";
window.watch = (seats, changesASecond, watchedMs) => new Promise((done) => {
  const canvas = document.querySelector("canvas");
  const plan = planHall(seats);
  const shown = [], frames = [], draws = [];
  let people = Array.from({ length: seats - 200 }, (_, n) => "p" + n), places = new Map(), next = seats, owed = 0;
  const start = performance.now();
  let last = start;
  requestAnimationFrame(function frame(now) {
    frames.push(now - last);
    owed += (changesASecond * (now - last)) / 1000;
    last = now;
    const from = performance.now();
    if (owed >= 1 || places.size === 0) {
      for (; owed >= 1; owed--) { people.splice(Math.floor(Math.random() * people.length), 1); people.push("p" + next++); }
      places = assignPlaces(places, people, seats);
      const looks = plan.places.map(() => "free");
      for (const [id, place] of places) looks[place] = id.endsWith("7") ? "followed" : "taken";
      drawSeats(canvas, plan, looks, shown);
      draws.push(performance.now() - from);
    }
    if (now - start < watchedMs) requestAnimationFrame(frame);
    else done({ frames: frames.slice(2), draws });
  });
});`;

async function measureFrames(): Promise<Record<string, number>> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    tsconfig: "tsconfig.json",
    logLevel: "warning",
  });
  const browser = await chromium.launch({ ...WHOLE_CHROMIUM, args: QUIET_CHROMIUM });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.setContent(`<style>:root{--seat:#d9d2c0;--seat-on:#3c3a35;--light:#f0a500;--stop:#b93528}</style>
      <canvas width="1536" height="760" style="width:768px"></canvas>`);
    await page.addScriptTag({ content: outputFiles[0]?.text });
    const call = `window.watch(${SEATS}, ${CHANGES_A_SECOND}, ${WATCHED_MS})`;
    const { frames, draws } = await page.evaluate<{ frames: number[]; draws: number[] }>(call);
    return {
      frameP50Ms: rounded(quantile(frames, 0.5), 1),
      frameP95Ms: rounded(quantile(frames, 0.95), 1),
      drawP95Ms: rounded(quantile(draws, 0.95), 2),
      firstDrawMs: rounded(draws[0] ?? Number.NaN, 1),
    };
  } finally {
    await browser.close();
  }
}

await main();
