import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { db, hotPool, takeTime } from "@/lib/server/postgres/db";
import { holdWork } from "@/lib/server/postgres/hold-work";
import { stopListening } from "@/lib/server/postgres/listen";
import { log } from "@/lib/server/postgres/log";
import { runAnnouncer } from "@/lib/worker/announcer";
import { runExports } from "@/lib/worker/exports";
import { foldCounts } from "@/lib/worker/fold-counts";
import { startJobs } from "@/lib/worker/jobs";
import { runMails } from "@/lib/worker/mails";
import { runPushes } from "@/lib/worker/pushes/run-pushes";
import { remind } from "@/lib/worker/remind";
import { runSweep } from "@/lib/worker/sweep";

/** After this the process ends whatever still hangs; the supervisor waits 10 s. */
const LONGEST_STOP_MS = 8_000;
const RETRY_MS = 1_000;

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    stop.abort();
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  });
}

takeTime();
const holder = randomUUID();
const work = [
  runAnnouncer(holder, stop.signal),
  holdWork({ name: "sweep", holder, run: ({ fence, signal }) => runSweep(fence, signal) }, stop.signal),
  runExports(holder, stop.signal),
  holdWork({ name: "counts", holder, run: ({ signal }) => foldCounts(signal) }, stop.signal),
  holdWork({ name: "pushes", holder, run: ({ signal }) => runPushes(signal) }, stop.signal),
  holdWork({ name: "digests", holder, run: ({ signal }) => runMails(signal) }, stop.signal),
  holdWork({ name: "reminders", holder, run: ({ signal }) => remind(signal) }, stop.signal),
  runJobs(),
];
log().info("ready");
await Promise.all(work);
await stopListening();
await Promise.all([hotPool().end(), db().$disconnect()]);
log().info("stopped");
process.exit(0);

/** Sound and seats do not wait for the jobs: where Postgres is away at the start, they begin later. */
async function runJobs(): Promise<void> {
  while (!stop.signal.aborted) {
    try {
      const stopJobs = await startJobs();
      await new Promise((resolve) => stop.signal.addEventListener("abort", resolve, { once: true }));
      return await stopJobs();
    } catch (fault) {
      log().warn({ err: fault }, "jobs cannot start");
      await sleep(RETRY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
}
