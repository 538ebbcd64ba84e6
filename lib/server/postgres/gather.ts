/** Greatest number of keys that one look-up takes; the rest wait for the next one. */
const MAX_BATCH = 1_000;

type Waiter<Key, Value> = {
  key: Key;
  resolve: (value: Value) => void;
  reject: (fault: unknown) => void;
};

/**
 * Turns a question about many keys into a question about one: whoever asks at the same moment is answered by one look-up,
 * and at most one look-up is under way. `answer` returns one value for each key, in their order; if it throws, all its waiters do.
 * Source: measures, admission (one query per person in the door is what costs).
 */
export function gather<Key, Value>(answer: (keys: Key[]) => Promise<Value[]>): (key: Key) => Promise<Value> {
  let waiting: Waiter<Key, Value>[] = [];
  let underWay = false;

  const ask = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MAX_BATCH);
      waiting = waiting.slice(MAX_BATCH);
      await settle(batch, answer);
    }
    underWay = false;
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
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
