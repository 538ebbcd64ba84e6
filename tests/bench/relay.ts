import { setTimeout as sleep } from "node:timers/promises";
import { dispose } from "@livekit/rtc-node";
import { quietLibrary } from "@/lib/relay/quiet-library";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import { readRunRecord } from "@/scripts/start/processes/run-record.mjs";
import { median, report, rounded } from "@/tests/support/bench-report";
import { cpuMsOf } from "@/tests/support/processor-time";
import { type Product, startProduct } from "@/tests/support/product";
import { pidOf } from "@/tests/support/running";
import { makeCrowd } from "@/tests/support/scenes/crowd";
import { type Clicks, hearClicks, talkInClicks } from "./relay/clicks";

const ROOMS = 10;
/** The smallest room there is: the host and one listener fill the main room, two more each hall. */
const SEATS_A_ROOM = 2;
const CLICK_EVERY_MS = 1_000;
const CLICKS = 40;
const FIRST_WITHIN_MS = 20_000;
const SETTLE_MS = 4_000;
/** Nothing that is heard so much later belongs to the same click. */
const LATEST_MS = 800;
/** Two clocks of two jitter buffers: the relayed click may seem to be first. */
const EARLIEST_MS = -100;

/**
 * One person on stage talks and clicks; listeners of the main room and of ten overflow rooms note in one process when they hear
 * each click. What an overflow room hears later than the main room is what the relay adds. The relay runs in its own process, whose
 * processor time is read beside.
 */
async function main(): Promise<void> {
  await quietLibrary();
  const product = await startProduct();
  const listeners: Clicks[] = [];
  let figures: Figures | null = null;
  try {
    const { host, halls, mainPass } = await openFamily(product);
    const hush = await talkInClicks(host, CLICK_EVERY_MS);
    for (const pass of [mainPass, ...halls]) listeners.push(await hearClicks(pass));
    await untilAllHear(listeners);
    await sleep(SETTLE_MS);
    for (const { heardAt } of listeners) heardAt.length = 0;
    const relay = pidOf(product.dataFolder, "relay");
    const before = { cpuMs: cpuMsOf(relay), at: performance.now() };
    await sleep(CLICKS * CLICK_EVERY_MS);
    const corePercent = ((cpuMsOf(relay) - before.cpuMs) / (performance.now() - before.at)) * 100;
    figures = compare(listeners, corePercent);
    await hush();
  } finally {
    await Promise.all(listeners.map(({ leave }) => leave()));
    await product.stop();
    await dispose();
  }
  const { deafRooms, ...shown } = figures;
  report("relay", shown, deafRooms > 0 ? [`${deafRooms} of ${ROOMS} overflow rooms did not hear the stage`] : []);
}

type Figures = ReturnType<typeof compare>;

async function openFamily(product: Product) {
  const { environment } = readRunRecord(product.dataFolder);
  const [host = "", ...crowd] = await makeCrowd(environment?.DATABASE_URL ?? "", 1 + SEATS_A_ROOM * (ROOMS + 1));
  const fields = { title: "Ten halls", capacity: SEATS_A_ROOM, reserve: 0, overflowRooms: ROOMS };
  const { room } = await ask<{ room: { id: string } }>(product, host, "/api/rooms", fields);
  const seat = async (token: string) => ask<JoinAnswer>(product, token, `/api/rooms/${room.id}/seat`);
  const passes = new Map<string, JoinAnswer["media"]>();
  const hostPass = (await seat(host)).media;
  for (const token of crowd) {
    if (passes.size > ROOMS) break;
    const answer = await seat(token);
    if (!passes.has(answer.room.room.id)) passes.set(answer.room.room.id, answer.media);
  }
  const mainPass = passes.get(room.id);
  passes.delete(room.id);
  if (!mainPass || passes.size !== ROOMS)
    throw new Error(`The door opened ${passes.size} overflow rooms, not ${ROOMS}`);
  return { host: hostPass, mainPass, halls: [...passes.values()] };
}

async function ask<Answer>(product: Product, token: string, path: string, input: object = {}): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(product.url + path, { method: "POST", headers, body: JSON.stringify(input) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function untilAllHear(listeners: Clicks[]): Promise<void> {
  const until = performance.now() + FIRST_WITHIN_MS;
  while (performance.now() < until && listeners.some(({ heardAt }) => heardAt.length === 0)) await sleep(100);
}

function compare([inMain, ...inHalls]: Clicks[], corePercent: number) {
  const clicks = inMain?.heardAt.slice(0, -1) ?? [];
  const added: number[] = [];
  let missed = 0;
  let deafRooms = 0;
  for (const { heardAt } of inHalls) {
    if (heardAt.length === 0) deafRooms++;
    for (const at of clicks) {
      const later = heardAt.map((heard) => heard - at).find((ms) => ms > EARLIEST_MS && ms < LATEST_MS);
      if (later === undefined) missed++;
      else added.push(later);
    }
  }
  added.sort((one, other) => one - other);
  return {
    rooms: inHalls.length,
    clicks: clicks.length,
    missed,
    addedP50Ms: rounded(median(added)),
    addedP95Ms: rounded(added[Math.floor(added.length * 0.95)] ?? Number.NaN),
    corePercentPerRoom: rounded(corePercent / inHalls.length, 2),
    deafRooms,
  };
}

await main();
