import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/lib/server/generated/prisma/client";
import { oncePerProcess } from "./process";

/** What a command may do inside `db().$transaction(async (tx) => …)`. */
export type Transaction = Prisma.TransactionClient;

const STATEMENT_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 3_000;
/** Whoever waits longer for somebody else's transaction is told to ask again; the door, where a crowd waits, sooner. */
const LOCK_TIMEOUT_MS = 6_000;

/** Prisma, for everything that is not hot. At most PLENUM_DB_POOL connections a process. */
export const db = (): PrismaClient =>
  oncePerProcess("prisma", () => new PrismaClient({ adapter: new PrismaPg(poolOptions("plenum")) }));

/** Plain pg with named statements for the hot queries: the door, session look-up, sweep. At most PLENUM_DB_POOL connections a process. */
export const hotPool = (): pg.Pool =>
  oncePerProcess("hotPool", () => {
    const pool = new pg.Pool(poolOptions("plenum-hot"));
    // An idle connection that dies (Postgres restarted) is replaced at the next query; without a listener it would end the process.
    pool.on("error", () => {});
    return pool;
  });

function poolOptions(applicationName: string): pg.PoolConfig {
  return {
    connectionString: env().DATABASE_URL,
    max: env().PLENUM_DB_POOL,
    application_name: applicationName,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
  };
}
