import { ServiceAway } from "@/lib/domain/service-away";

/** Greatest number of keys that one look-up takes; the rest wait for the next one. */
const MAX_BATCH = 1_000;

/** Nobody waits longer, however many look-ups hang before theirs; what comes after it may take as long, and both are one answer. */
const PATIENCE_MS = 2_200;

type Waiter<Key, Value> = {
  key: Key;
  resolve: (value: Value) => void;
  reject: (fault: unknown) => void;
};

/**
 * Turns a question about many keys into a question about one: all who ask at the same moment are answered by one look-up,
 * and at most one look-up is under way. `answer` returns one value for each key, in their order; if it throws, all its waiters do.
 * A caller that has waited for `patienceMs` is told that the database is away; a look-up that has not begun is dropped.
 * Source: measures, admission (one query per person in the door is what costs).
 */
export function gather<Key, Value>(
  answer: (keys: Key[]) => Promise<Value[]>,
  patienceMs = PATIENCE_MS,
): (key: Key) => Promise<Value> {
  const waiting = new Set<Waiter<Key, Value>>();
  let underWay = false;

  const ask = async (): Promise<void> => {
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, MAX_BATCH);
      for (const waiter of batch) waiting.delete(waiter);
      await settle(batch, answer);
    }
    underWay = false;
  };

  return (key) =>
    new Promise((resolve, reject) => {
      const waiter = { key, resolve, reject };
      waiting.add(waiter);
      // A busy process reads what has come in meanwhile before it gives anybody up.
      const giveUp = () =>
        setImmediate(() => {
          waiting.delete(waiter);
          reject(new ServiceAway("database"));
        });
      const patience = setTimeout(giveUp, patienceMs);
      waiter.resolve = (value) => {
        clearTimeout(patience);
        resolve(value);
      };
      waiter.reject = (fault) => {
        clearTimeout(patience);
        reject(fault);
      };
      if (underWay) return;
      underWay = true;
      // Requests that came in with the same turn of the event loop are gathered before the first look-up leaves.
      setImmediate(ask);
    });
}

async function settle<Key, Value>(
  batch: Waiter<Key, Value>[],
  answer: (keys: Key[]) => Promise<Value[]>,
): Promise<void> {
  try {
    const values = await answer(batch.map((waiter) => waiter.key));
    for (const [index, waiter] of batch.entries()) waiter.resolve(values[index] as Value);
  } catch (fault) {
    for (const waiter of batch) waiter.reject(fault);
  }
}
