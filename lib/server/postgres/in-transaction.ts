import { isCollision } from "./database-fault";
import { db, type Transaction } from "./db";

const MAX_TRIES = 4;

/**
 * One transaction, tried again where Postgres ended it because two waited for each other (40P01) or it could not be
 * serialised (40001). So `work` must do nothing but read and write through `tx`.
 */
export async function inTransaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await db().$transaction(work);
    } catch (fault) {
      if (tries === MAX_TRIES || !isCollision(fault)) throw fault;
    }
  }
}
