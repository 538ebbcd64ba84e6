import type { StageSignal } from "@/lib/wire/stage/stage-signal";

/** A successor of a relay that died is quicker than this; what takes longer is said. */
const MISSING_MS = 2_000;

/** The relay signals every two seconds at least; so long without a word, and it is gone whatever its track looks like. */
const UNHEARD_MS = 5_000;

/**
 * What is known of the relay. `missingSince`: its sound is not connected since then, null while it is. `signal`: its last
 * word and when it came. All times in ms of one clock.
 */
export type StageReach = { missingSince: number | null; signal: { said: StageSignal; at: number } | null };

/** Whether the stage's sound comes through, as far as the page can tell. Pure. */
export function isReached({ missingSince, signal }: StageReach, at: number): boolean {
  if (missingSince !== null && at - missingSince > MISSING_MS) return false;
  return signal === null || (signal.said.reach && at - signal.at < UNHEARD_MS);
}
