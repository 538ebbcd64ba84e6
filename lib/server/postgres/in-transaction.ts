import { db, type Transaction } from "./db";
import { repeatTransaction } from "./repeat-transaction";

/** How long a caller waits for a connection, and for all that is done on it. Postgres itself gives up a lock or a statement earlier. */
const LIMITS = { maxWait: 2_500, timeout: 4_500 };

/** One transaction of Prisma's, run again where it collided with another; throws as repeatTransaction does. */
export const inTransaction = <Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> =>
  repeatTransaction(() => db().$transaction(work, LIMITS));
