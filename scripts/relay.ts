import { randomUUID } from "node:crypto";
import { dispose } from "@livekit/rtc-node";
import { env } from "@/lib/env";
import { playDemoVoices } from "@/lib/relay/demo-voices";
import { quietLibrary } from "@/lib/relay/quiet-library";
import { recordRooms } from "@/lib/relay/recording/record-rooms";
import { carryStages } from "@/lib/relay/stage/carry-stages";
import { db, hotPool } from "@/lib/server/postgres/db";
import { holdWork } from "@/lib/server/postgres/hold-work";
import { stopListening } from "@/lib/server/postgres/listen";
import { log } from "@/lib/server/postgres/log";

/** After this the process ends whatever still hangs; the supervisor waits 10 s. */
const LONGEST_STOP_MS = 8_000;

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    stop.abort();
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  });
}

await quietLibrary();
const holder = env().PLENUM_HOLDER ?? randomUUID();
const work = [
  carryStages(holder, stop.signal),
  recordRooms(holder, stop.signal),
  holdWork({ name: "demo-voices", holder, run: ({ signal }) => playDemoVoices(signal) }, stop.signal),
];
log().info("ready");
await Promise.all(work);
await stopListening();
await Promise.all([hotPool().end(), db().$disconnect()]);
await dispose();
log().info("stopped");
process.exit(0);
