import { setTimeout as pause } from "node:timers/promises";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import { report, rounded } from "@/tests/support/bench-report";
import { type Product, startProduct } from "@/tests/support/product";
import { type PushService, startPushService } from "@/tests/support/push/push-service";
import { askDatabase, newSession, pidOf } from "@/tests/support/running";
import { openSignal } from "@/tests/support/signal-socket";
import { subscribeAll } from "./pushes/browsers";
import { busiestSecond, untilPushed } from "./pushes/told";

const FOLLOWERS = [10, 1_000, 100_000] as const;
/** In all, of the person with the most followers. */
const SUBSCRIPTIONS = Number(process.env.BENCH_SUBSCRIPTIONS ?? 100_000);
const A_SECOND = Number(process.env.BENCH_PUSHES_A_SECOND ?? 500);
const RUN = { count: SUBSCRIPTIONS, aSecond: A_SECOND };
/** What a worker that is killed may have had in its hands. */
const MAX_UNKNOWN = 200;
/** The busiest second beside the pace: batches, and a second that is cut elsewhere than the worker's. */
const GREATEST_BURST = 1.5;
const SETTLE_MS = 2_000;
/** LiveKit lets whoever sends no sound go after a minute. */
const STAYS_MS = 30_000;

/**
 * What it costs that somebody goes live: rows written by opening a room with 10, 1,000 and 100,000 followers, and how long until
 * an open page of a follower hears of it. Then all pushes of the last, to a push service of the bench's own, while the worker is
 * killed once on the way: each comes once at most, at the pace, and none is left.
 */
async function main(): Promise<void> {
  const service = await startPushService();
  const product = await startProduct({ PLENUM_PUSHES_A_SECOND: String(A_SECOND) });
  const figures: Record<string, number> = {};
  const broken: string[] = [];
  try {
    for (const followers of FOLLOWERS) {
      const star = await makeStar(product, followers);
      const [rows, heardMs] = await costOfGoingLive(product, star);
      figures[`rowsAt${followers}`] = rows;
      figures[`heardMsAt${followers}`] = rounded(heardMs);
    }
    const [few, , many] = FOLLOWERS;
    if (figures[`rowsAt${few}`] !== figures[`rowsAt${many}`]) broken.push("rows written grow with followers");
    Object.assign(figures, await pushAll(product, service, broken));
  } finally {
    await product.stop();
    await service.stop();
  }
  report("golive", figures, broken);
}

type Star = { personId: string; token: string; follower: string };

/** Somebody with so many followers, one of whom looks at a page. */
async function makeStar(product: Product, followers: number): Promise<Star> {
  const handle = `star_${followers}`;
  await askDatabase(
    product.dataFolder,
    `WITH star AS (
       INSERT INTO person (id, kind, handle, name, portrait_seed) VALUES (uuidv7(), 'member', $1, $1, 1) RETURNING id),
     fans AS (
       INSERT INTO person (id, kind, handle, name, portrait_seed)
       SELECT uuidv7(), 'member', $1 || '_' || n, 'Fan ' || n, n FROM generate_series(1, $2::int) n RETURNING id)
     INSERT INTO follow (follower_id, followee_id, created_at) SELECT fans.id, star.id, now() - interval '1 day' FROM fans, star`,
    [handle, followers],
  );
  await askDatabase(product.dataFolder, "ANALYZE person, follow");
  const { personId, token } = await newSession(product.dataFolder, handle);
  const { token: follower } = await newSession(product.dataFolder, `${handle}_1`);
  return { personId, token, follower };
}

const cookie = (token: string) => ({ cookie: `next-auth.session-token=${token}` });

async function costOfGoingLive(product: Product, star: Star): Promise<[rows: number, heardMs: number]> {
  const stop = new AbortController();
  const stream = await fetch(`${product.url}/api/me/events`, { headers: cookie(star.follower), signal: stop.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  // The process begins to listen at its first open page.
  await pause(SETTLE_MS);
  const before = await rowsWritten(product);
  const began = performance.now();
  await openRoom(product, star);
  for (let text = ""; !text.includes('"notified"'); ) text += (await reader?.read())?.value ?? "";
  const heardMs = performance.now() - began;
  stop.abort();
  return [(await rowsWritten(product)) - before, heardMs];
}

async function openRoom(product: Product, star: Star): Promise<string> {
  const headers = { ...cookie(star.token), "content-type": "application/json", origin: product.url };
  const body = JSON.stringify({ title: "Live", language: "en" });
  const answer = await fetch(`${product.url}/api/rooms`, { method: "POST", headers, body });
  if (answer.status !== 201) throw new Error(`No room: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { room: { id: string } }).room.id;
}

/** All rows of all tables. */
async function rowsWritten({ dataFolder }: Product): Promise<number> {
  const tables = await askDatabase<{ name: string }>(
    dataFolder,
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const counts = tables.map(({ name }) => `(SELECT count(*) FROM ${name})`).join(" + ");
  const [row] = await askDatabase<{ rows: string }>(dataFolder, `SELECT ${counts} AS rows`);
  return Number(row?.rows);
}

async function pushAll(product: Product, service: PushService, broken: string[]): Promise<Record<string, number>> {
  const followers = FOLLOWERS.at(-1) ?? 0;
  await subscribeAll(product, service, `star_${followers}`, SUBSCRIPTIONS);
  // Who went live a moment ago is not pushed again so soon.
  await askDatabase(product.dataFolder, "UPDATE going_live SET at = at - interval '1 day', pushes_ended_at = now()");
  const { token, personId } = await newSession(product.dataFolder, `star_${followers}`);
  const roomId = await openRoom(product, { token, personId, follower: "" });
  // Whoever leaves their room is called to by nobody any more.
  let host = await sitDown(product, token, roomId);
  const staying = setInterval(async () => {
    const before = host;
    host = await sitDown(product, token, roomId).catch(() => before);
    if (host !== before) before.close();
  }, STAYS_MS);
  await untilPushed(RUN, () => service.received.size > SUBSCRIPTIONS / 3);
  process.kill(pidOf(product.dataFolder, "worker"), "SIGKILL");
  const killedAt = performance.now();
  await untilPushed(RUN, async () => {
    const [left] = await askDatabase<{ n: string }>(
      product.dataFolder,
      "SELECT count(*) AS n FROM going_live WHERE pushes_ended_at IS NULL",
    );
    return Number(left?.n) === 0;
  });
  await pause(1_000);
  clearInterval(staying);
  host.close();
  const repeated = [...service.received.values()].filter((times) => times > 1).length;
  const unknown = SUBSCRIPTIONS - service.received.size;
  const busiest = busiestSecond(service.times);
  const gapMs = (service.times.find((time) => time > killedAt + 500) ?? Number.NaN) - killedAt;
  if (repeated > 0) broken.push(`${repeated} pushes were repeated`);
  if (unknown > MAX_UNKNOWN) broken.push(`${unknown} pushes never came`);
  if (busiest > A_SECOND * GREATEST_BURST) broken.push(`${busiest} pushes in one second`);
  const tookSeconds = ((service.times.at(-1) ?? 0) - (service.times[0] ?? 0)) / 1_000;
  return {
    pushed: service.received.size,
    repeated,
    lostInKill: unknown,
    busiestSecond: busiest,
    pushesASecond: rounded(service.times.length / tookSeconds),
    goesOnAfterKillMs: rounded(gapMs),
  };
}

/** Takes the host's seat, or takes it again, and connects. A token of the media server counts for minutes; pushes may take longer. */
async function sitDown({ url }: Product, token: string, roomId: string): ReturnType<typeof openSignal> {
  const headers = { ...cookie(token), origin: url };
  const answer = await fetch(`${url}/api/rooms/${roomId}/seat`, { method: "POST", headers });
  const { media } = (await answer.json()) as JoinAnswer;
  return openSignal(media.url, media.token);
}

await main();
