import { setTimeout as sleep } from "node:timers/promises";
import { dispose } from "@livekit/rtc-node";
import { quietLibrary } from "@/lib/relay/quiet-library";
import type { RecordingView } from "@/lib/wire/recording/views";
import { readRunRecord } from "@/scripts/start/processes/run-record.mjs";
import { openStage, type TalkingRoom } from "@/tests/bench/carry/stage";
import { report, rounded } from "@/tests/support/bench-report";
import { cpuMsOf } from "@/tests/support/processor-time";
import { type Product, startProduct } from "@/tests/support/product";
import { pidOf } from "@/tests/support/running";
import { makeCrowd } from "@/tests/support/scenes/crowd";

const ROOMS = 5;
const TALKERS = 2;
const CAPACITY = 100;
const SETTLE_MS = 6_000;
const MEASURED_MS = 30_000;

/** Of a core, for each recorded room. */
const MOST_PERCENT = 3;

type Recorded = TalkingRoom & { tokens: readonly string[] };

/**
 * What it costs to record a room in which two people talk without a pause: the processor time of the relay with five of them
 * recorded, beside the same rooms before. The recordings have to be there afterwards, as long as they were made.
 */
async function main(): Promise<void> {
  await quietLibrary();
  const product = await startProduct();
  try {
    const rooms = await openRooms(product);
    await sleep(SETTLE_MS);
    const without = await relayPercent(product);
    for (const { roomId, tokens } of rooms) {
      await ask(product, "POST", `/api/rooms/${roomId}/recording`, tokens[0]);
      for (const token of tokens.slice(1))
        await ask(product, "PUT", `/api/rooms/${roomId}/recording/answer`, token, { agrees: true });
    }
    await sleep(SETTLE_MS);
    const withThem = await relayPercent(product);
    for (const { roomId, tokens, hangUp } of rooms) {
      await ask(product, "DELETE", `/api/rooms/${roomId}/recording`, tokens[0]);
      await hangUp();
    }
    await sleep(SETTLE_MS);
    const kept = await Promise.all(rooms.map((room) => recordingsOf(product, room)));
    const perRoom = (withThem - without) / ROOMS;
    const whole = kept.filter(([one]) => one && one.lengthMs > MEASURED_MS && one.chapters.length >= TALKERS);
    const bytesAMinute = kept.flat().reduce((sum, { bytes, lengthMs }) => sum + (bytes / lengthMs) * 60_000, 0) / ROOMS;
    report(
      "record",
      { rooms: ROOMS, corePercentPerRoom: rounded(perRoom, 2), kilobytesAMinute: rounded(bytesAMinute / 1_000) },
      [
        ...(perRoom > MOST_PERCENT ? [`a recorded room costs more than ${MOST_PERCENT} % of a core`] : []),
        ...(whole.length < ROOMS ? [`${ROOMS - whole.length} recordings are not whole`] : []),
      ],
    );
  } finally {
    await product.stop();
    await dispose();
  }
}

async function openRooms(product: Product): Promise<Recorded[]> {
  const { environment } = readRunRecord(product.dataFolder);
  const crowd = await makeCrowd(environment?.DATABASE_URL ?? "", ROOMS * TALKERS);
  const rooms: Recorded[] = [];
  while (rooms.length < ROOMS) {
    const tokens = crowd.splice(0, TALKERS);
    rooms.push({ ...(await openStage(product.url, tokens, CAPACITY)), tokens });
  }
  return rooms;
}

async function relayPercent({ dataFolder }: Product): Promise<number> {
  const relay = pidOf(dataFolder, "relay");
  const before = { cpuMs: cpuMsOf(relay), at: performance.now() };
  await sleep(MEASURED_MS);
  return ((cpuMsOf(relay) - before.cpuMs) / (performance.now() - before.at)) * 100;
}

async function recordingsOf(product: Product, { roomId, tokens }: Recorded): Promise<RecordingView[]> {
  const answer = await ask(product, "GET", `/api/rooms/${roomId}/recordings`, tokens[0]);
  return ((await answer.json()) as { recordings: RecordingView[] }).recordings;
}

async function ask(product: Product, method: string, path: string, token = "", body?: object): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) };
  const answer = await fetch(product.url + path, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}

await main();
