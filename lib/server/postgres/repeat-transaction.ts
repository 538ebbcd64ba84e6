import { setTimeout as pause } from "node:timers/promises";
import { ServiceAway } from "@/lib/domain/service-away";
import { sqlStateOf } from "./sql-state";

const MAX_TRIES = 6;
const PAUSE_MS = 10;

/** Deadlock and serialisation: nothing happened, and trying again is the remedy. */
const TRANSIENT = new Set(["40P01", "40001"]);

/** Postgres gave up waiting for a lock or a statement. */
const TIMED_OUT = new Set(["55P03", "57014"]);

/** Connection faults, no room for one more, Postgres going down. The connection is not to be used again. */
const CONNECTION_LOST = /^(08|53|57P)/;

/** Whether Postgres can be asked no more on a connection that threw this. */
export const isLost = (state: string): boolean => CONNECTION_LOST.test(state);

/**
 * The one way in which a transaction is run, by pg and by Prisma: again where Postgres ended it because two waited for each
 * other or it could not be serialised, after a pause of random length so that the same two do not meet again. So `once` must
 * do nothing but read and write in its transaction. Where Postgres is away, or a lock or a statement took too long, it
 * throws ServiceAway("database"): whether the commit happened may be unknown then, and repeating is safe.
 */
export async function repeatTransaction<Value>(once: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await once();
    } catch (fault) {
      const state = sqlStateOf(fault);
      if (state !== null && (TIMED_OUT.has(state) || isLost(state)))
        throw new ServiceAway("database", { cause: fault });
      if (state === null || !TRANSIENT.has(state) || tries === MAX_TRIES) throw fault;
      await pause(Math.random() * PAUSE_MS * tries);
    }
  }
}
