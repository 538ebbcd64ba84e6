/** A recording as the house counts it. `bytes`: of all its files. */
export type KeptRecording = { id: string; startedAt: Date; bytes: number };

/** What the operator allows; null is no limit. */
export type RecordingLimits = { days: number | null; bytes: number | null };

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Which recordings have to go: those that are too old, then the oldest until the others have space. Pure. */
export function recordingsToDrop(kept: readonly KeptRecording[], limits: RecordingLimits, now: Date): string[] {
  const newestFirst = [...kept].sort((one, other) => other.startedAt.getTime() - one.startedAt.getTime());
  const oldest = limits.days === null ? Number.NEGATIVE_INFINITY : now.getTime() - limits.days * DAY_MS;
  const space = limits.bytes ?? Number.POSITIVE_INFINITY;
  let taken = 0;
  return newestFirst.flatMap(({ id, startedAt, bytes }) => {
    const isTooOld = startedAt.getTime() < oldest;
    if (!isTooOld) taken += bytes;
    return isTooOld || taken > space ? [id] : [];
  });
}
