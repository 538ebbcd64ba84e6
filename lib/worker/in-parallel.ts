/** Does `act` for all, at most `atOnce` at a time. Begins nothing more after a fault, and throws the first. */
export async function inParallel<Thing>(
  things: readonly Thing[],
  atOnce: number,
  act: (thing: Thing) => Promise<unknown>,
): Promise<void> {
  const waiting = things[Symbol.iterator]();
  let broken = false;
  const hand = async (): Promise<void> => {
    for (const thing of waiting) {
      if (broken) return;
      try {
        await act(thing);
      } catch (fault) {
        broken = true;
        throw fault;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, hand));
}
