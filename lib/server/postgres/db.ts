import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/lib/server/generated/prisma/client";
import { isConnectionSpoilt, isUnanswered } from "./database-fault";
import { oncePerProcess } from "./process";

/** What a command may do inside `db().$transaction(async (tx) => …)`. */
export type Transaction = Prisma.TransactionClient;

/**
 * A statement is given up after this, and its connection with it: a Postgres that is frozen, or behind a network that
 * swallows everything, keeps no time limit of its own. The caller has an answer within five seconds all the same.
 */
export const ANSWER_TIMEOUT_MS = 4_300;

/** Postgres itself gives up a statement a little earlier, and the connection stays good. */
const ANSWERING = { lock_timeout: 3_000, statement_timeout: 4_000, query_timeout: ANSWER_TIMEOUT_MS };
const UNHURRIED = { lock_timeout: 6_000, statement_timeout: 10_000, query_timeout: 12_000 };

const databaseTimes = (): typeof ANSWERING => oncePerProcess("databaseTimes", () => ANSWERING);

/** For a process in which nobody waits for an answer. To be said before the first question. */
export const takeTime = (): void => void oncePerProcess("databaseTimes", () => UNHURRIED);

/** For a free connection of a full pool as well as for a new one: together four seconds. */
const CONNECT_TIMEOUT_MS = 2_000;

/** A connection that nobody uses is asked this early whether the other end still lives. */
const KEEP_ALIVE_AFTER_MS = 10_000;

/** Prisma, for everything that is not hot. At most PLENUM_DB_POOL connections a process. */
export const db = (): PrismaClient =>
  oncePerProcess(
    "prisma",
    () => new PrismaClient({ adapter: new PrismaPg(openPool("plenum"), { disposeExternalPool: true }) }),
  );

/** Plain pg with named statements for the hot queries: the door, session look-up, sweep. At most PLENUM_DB_POOL connections a process. */
export const hotPool = (): pg.Pool => oncePerProcess("hotPool", () => openPool("plenum-hot"));

function openPool(applicationName: string): pg.Pool {
  const pool = new pg.Pool({
    Client: EndedOnceSpoilt,
    connectionString: env().DATABASE_URL,
    max: env().PLENUM_DB_POOL,
    application_name: applicationName,
    ...databaseTimes(),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  });
  // An idle connection that dies (Postgres restarted) is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => {});
  const idle = idleConnections();
  pool.on("release", (fault, client) => {
    if (!fault) idle.add(client);
    else if (isUnanswered(fault)) dropIdle(fault);
  });
  pool.on("acquire", (client) => idle.delete(client));
  pool.on("remove", (client) => idle.delete(client));
  return pool;
}

/** Those of every pool of this process that nobody uses at the moment. */
const idleConnections = (): Set<pg.Client> => oncePerProcess("idleConnections", () => new Set());

/**
 * One connection that does not answer, not even that it has given up, is behind a dead way; those that lie idle went the
 * same way and would each cost somebody as long. Their pools hear of it as of any idle connection that dies.
 */
function dropIdle(fault: Error): void {
  const suspects = [...idleConnections()];
  idleConnections().clear();
  for (const client of suspects) client.emit("error", fault);
}

/**
 * A connection that ends itself at the first fault after which it is of no use, before its holder can hand it back: a
 * rollback on it would only wait as long again, and the next holder would meet the same fault.
 */
class EndedOnceSpoilt extends pg.Client {
  // pg's many overloads say no more than this to a caller that passes a question on.
  override query(...question: unknown[]): never {
    const answer: unknown = Reflect.apply(super.query, this, question);
    if (answer instanceof Promise) {
      answer.catch((fault: unknown) => {
        if (isConnectionSpoilt(fault)) this.end().catch(() => {});
        if (isUnanswered(fault)) dropIdle(fault);
      });
    }
    return answer as never;
  }
}
