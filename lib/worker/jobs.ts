import PgBoss from "pg-boss";
import { env } from "@/lib/env";
import { log } from "@/lib/server/postgres/log";
import { prune } from "@/lib/server/postgres/prune";

const PRUNE = "prune";
const HOURLY = "7 * * * *";

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
  await boss.createQueue(PRUNE);
  await boss.schedule(PRUNE, HOURLY);
  await boss.work(PRUNE, () => prune(new Date()));
  return () => boss.stop({ graceful: true, wait: true, timeout: STOP_TIMEOUT_MS });
}
