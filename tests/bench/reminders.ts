import { setTimeout as pause } from "node:timers/promises";
import { report, rounded } from "@/tests/support/bench-report";
import { type Product, startProduct } from "@/tests/support/product";
import { type PushService, startPushService } from "@/tests/support/push/push-service";
import { askDatabase, newSession, pidOf } from "@/tests/support/running";
import { subscribeAll } from "./pushes/browsers";
import { busiestSecond, untilPushed } from "./pushes/told";

const RSVPS = Number(process.env.BENCH_RSVPS ?? 100_000);
const A_SECOND = Number(process.env.BENCH_PUSHES_A_SECOND ?? 500);
const RUN = { count: RSVPS, aSecond: A_SECOND };
/** What a worker that is killed may have had in its hands. */
const MAX_UNKNOWN = 200;
/** The busiest second beside the pace: batches, and a second that is cut elsewhere than the worker's. */
const GREATEST_BURST = 1.5;
/** What all that is sent may take beside the pace: the kill, and what follows it. */
const GREATEST_DELAY = 1.15;
/** Of how many come to an episode it is said as often as once a second. */
const MAX_COUNT_MS = 250;
const COUNTS = 20;

/**
 * An episode that 100,000 people asked for is about to begin: each of them is told once, at the pace, while the worker is killed with
 * SIGKILL on the way; and what it costs to say how many come.
 */
async function main(): Promise<void> {
  const service = await startPushService();
  const product = await startProduct({ PLENUM_PUSHES_A_SECOND: String(A_SECOND) });
  const figures: Record<string, number> = {};
  const broken: string[] = [];
  try {
    const roomId = await planEpisode(product);
    await subscribeAll(product, service, "fan", RSVPS);
    figures.countMs = rounded(await timeOfCount(product, roomId, broken));
    Object.assign(figures, await remindAll(product, service, roomId, broken));
  } finally {
    await product.stop();
    await service.stop();
  }
  report("reminders", figures, broken);
}

/** An announced episode, for tomorrow, for which they all asked. */
async function planEpisode({ dataFolder }: Product): Promise<string> {
  const [row] = await askDatabase<{ id: string }>(
    dataFolder,
    `WITH host AS (
       INSERT INTO person (id, kind, handle, name, portrait_seed) VALUES (uuidv7(), 'member', 'host_of_it', 'Host', 1) RETURNING id),
     room AS (
       INSERT INTO room (id, title, language, capacity, status, created_by_id, scheduled_for)
       SELECT uuidv7(), 'Tomorrow', 'en', 5000, 'scheduled', id, now() + interval '1 day' FROM host RETURNING id),
     clock AS (INSERT INTO room_clock (room_id) SELECT id FROM room),
     planned AS (INSERT INTO episode (room_id, published_at) SELECT id, now() FROM room RETURNING room_id),
     fans AS (
       INSERT INTO person (id, kind, handle, name, portrait_seed)
       SELECT uuidv7(), 'member', 'fan_' || n, 'Fan ' || n, n FROM generate_series(1, $1::int) n RETURNING id),
     asked AS (
       INSERT INTO rsvp (room_id, person_id, at) SELECT planned.room_id, fans.id, now() - interval '1 hour' FROM fans, planned)
     SELECT room_id AS id FROM planned`,
    [RSVPS],
  );
  await askDatabase(dataFolder, "ANALYZE person, rsvp");
  if (!row) throw new Error("No episode");
  return row.id;
}

/** As one of them reads it; each answer is older than a second of the one before. */
async function timeOfCount({ url, dataFolder }: Product, roomId: string, broken: string[]): Promise<number> {
  const { token } = await newSession(dataFolder, "fan_1");
  const headers = { cookie: `next-auth.session-token=${token}` };
  const times: number[] = [];
  for (let turn = 0; turn < COUNTS; turn++) {
    const began = performance.now();
    const answer = await fetch(`${url}/api/rooms/${roomId}/attendance`, { headers });
    const { count, attending } = (await answer.json()) as { count: number; attending: boolean };
    times.push(performance.now() - began);
    if (count !== RSVPS || !attending) broken.push(`the count is ${count}`);
    await pause(1_050);
  }
  const median = times.toSorted((one, other) => one - other)[Math.floor(COUNTS / 2)] ?? 0;
  if (median > MAX_COUNT_MS) broken.push(`counting takes ${median} ms`);
  return median;
}

async function remindAll(
  product: Product,
  service: PushService,
  roomId: string,
  broken: string[],
): Promise<Record<string, number>> {
  const { dataFolder } = product;
  const began = performance.now();
  await askDatabase(
    dataFolder,
    "UPDATE room SET scheduled_for = now() + interval '14 minutes 55 seconds' WHERE id = $1",
    [roomId],
  );
  await untilPushed(RUN, () => service.received.size > 0);
  const firstMs = performance.now() - began;
  await untilPushed(RUN, () => service.received.size > RSVPS / 3);
  process.kill(pidOf(dataFolder, "worker"), "SIGKILL");
  const killedAt = performance.now();
  await untilPushed(RUN, async () => {
    const [left] = await askDatabase<{ n: string }>(
      dataFolder,
      "SELECT count(*) AS n FROM episode_news WHERE pushes_ended_at IS NULL",
    );
    return Number(left?.n) === 0;
  });
  await pause(1_000);
  const news = await askDatabase<{ kind: string }>(dataFolder, "SELECT kind::text AS kind FROM episode_news");
  const repeated = [...service.received.values()].filter((times) => times > 1).length;
  const unknown = RSVPS - service.received.size;
  const busiest = busiestSecond(service.times);
  const tookSeconds = ((service.times.at(-1) ?? 0) - (service.times[0] ?? 0)) / 1_000;
  const gapMs = (service.times.find((time) => time > killedAt + 500) ?? Number.NaN) - killedAt;
  if (news.length !== 1 || news[0]?.kind !== "soon") broken.push(`${news.length} rows of news`);
  if (repeated > 0) broken.push(`${repeated} pushes were repeated`);
  if (unknown > MAX_UNKNOWN) broken.push(`${unknown} pushes never came`);
  if (busiest > A_SECOND * GREATEST_BURST) broken.push(`${busiest} pushes in one second`);
  if (tookSeconds > (RSVPS / A_SECOND) * GREATEST_DELAY + gapMs / 1_000) broken.push(`${tookSeconds} s for all`);
  return {
    pushed: service.received.size,
    repeated,
    lostInKill: unknown,
    firstPushMs: rounded(firstMs),
    busiestSecond: busiest,
    pushesASecond: rounded(service.times.length / tookSeconds),
    tookSeconds: rounded(tookSeconds),
    goesOnAfterKillMs: rounded(gapMs),
  };
}

await main();
