import PgBoss from "pg-boss";
import { env } from "@/lib/env";
import { dropExports } from "@/lib/server/account/exports";
import { log } from "@/lib/server/postgres/log";
import { prune } from "@/lib/server/postgres/prune";
import { keepRecordings } from "@/lib/server/recording/drop-recordings";
import { dropEvidence } from "@/lib/server/reports/drop-evidence";
import { tellDecisions } from "@/lib/server/reports/tell-decisions";
import { takeSample, thinSamples } from "@/lib/server/sweeping/take-sample";
import { eraseAccounts, finishGoing } from "./leavers";
import { planShows } from "./plan-shows";

/** Each by the clock, and what it does. */
const JOBS: Record<string, [clock: string, act: () => Promise<void>]> = {
  prune: ["7 * * * *", () => prune(new Date())],
  "erase-accounts": ["23 * * * *", eraseAccounts],
  "plan-shows": ["*/10 * * * *", () => planShows(new Date())],
  "finish-going": ["* * * * *", finishGoing],
  "drop-exports": ["* * * * *", dropExports],
  "tell-decisions": ["* * * * *", tellDecisions],
  "drop-evidence": ["17 * * * *", () => dropEvidence(new Date())],
  sample: ["* * * * *", () => takeSample(new Date())],
  "thin-samples": ["11 * * * *", () => thinSamples(new Date())],
  "keep-recordings": ["41 * * * *", () => keepRecordings(new Date())],
};

/** Its own connections to Postgres, beside the process's two pools. */
const MAX_CONNECTIONS = 2;
const STOP_TIMEOUT_MS = 3_000;

/** A hung Postgres holds no job for longer; the clock comes round again. */
const QUERY_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 3_000;

/** Starts the jobs that run by the clock, each once however many workers there are. Returns what stops them. */
export async function startJobs(): Promise<() => Promise<void>> {
  // Handed on to pg as they are, also those that its types do not name.
  const limits = { query_timeout: QUERY_TIMEOUT_MS, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true };
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: "plenum-jobs",
    max: MAX_CONNECTIONS,
    ...limits,
  });
  boss.on("error", (fault) => log().warn({ err: fault }, "jobs"));
  await boss.start();
  for (const [name, [clock, act]] of Object.entries(JOBS)) {
    await boss.createQueue(name);
    await boss.schedule(name, clock);
    await boss.work(name, act);
  }
  return () => boss.stop({ graceful: true, wait: true, timeout: STOP_TIMEOUT_MS });
}
