import { setTimeout as pause } from "node:timers/promises";
import { ServiceAway } from "@/lib/domain/service-away";
import { isCollision, isDatabaseAway } from "./database-fault";

const MAX_TRIES = 6;
const PAUSE_MS = 10;

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
      if (isCollision(fault) && tries < MAX_TRIES) await pause(Math.random() * PAUSE_MS * tries);
      else throw isDatabaseAway(fault) ? new ServiceAway("database", { cause: fault }) : fault;
    }
  }
}
