/** Somebody came on the stage, or left it; milliseconds from the start of the recording, fewer than none before it. */
export type StageStep = { personId: string; on: boolean; atMs: number };

/** Somebody was on the stage. */
export type StageStay = { personId: string; fromMs: number; toMs: number };

/**
 * Who was on the stage when, during a recording of `lengthMs`, in the order in which they came. Steps are in their order; who came twice
 * without leaving stayed, and who never left stayed to the end.
 */
export function stageStays(steps: readonly StageStep[], lengthMs: number): StageStay[] {
  const since = new Map<string, number>();
  const stays: StageStay[] = [];
  const close = (personId: string, toMs: number): void => {
    const fromMs = since.get(personId);
    since.delete(personId);
    if (fromMs === undefined) return;
    const stay = { personId, fromMs: Math.max(0, fromMs), toMs: Math.min(lengthMs, toMs) };
    if (stay.toMs > stay.fromMs) stays.push(stay);
  };
  for (const { personId, on, atMs } of steps) {
    if (!on) close(personId, atMs);
    else if (!since.has(personId)) since.set(personId, atMs);
  }
  for (const personId of [...since.keys()]) close(personId, lengthMs);
  return stays.sort((one, other) => one.fromMs - other.fromMs);
}
