/** How much one sound is turned down while another one talks, in dB. Source: behaviours 24. */
export const DUCKED_DB = -12;

/** From full to ducked, and back, in ms: soon enough that no word is lost, slow enough that nobody hears a switch. */
const ATTACK_MS = 150;
const RELEASE_MS = 600;

/** A pause between two words brings nothing back, in ms. */
const PAUSE_MS = 500;

/** How often the ramp is to take a step, in ms. */
export const STEP_MS = 40;

/** `db`: by how much it is turned down now, 0 to DUCKED_DB. Times in ms of one clock; `talkedAt` is null before the first word. */
export type Ducking = { db: number; at: number; talkedAt: number | null };

export const UNDUCKED: Ducking = { db: 0, at: 0, talkedAt: null };

/** One step of the ramp. `talks`: whether a person talks for whose sake it is turned down. Pure; the same object where nothing changes. */
export function duck(before: Ducking, talks: boolean, at: number): Ducking {
  const talkedAt = talks ? at : before.talkedAt;
  const wanted = talkedAt !== null && at - talkedAt < PAUSE_MS ? DUCKED_DB : 0;
  if (talkedAt === before.talkedAt && before.db === wanted) return before;
  // After a rest the first step is one step, not all the time that passed.
  const passed = before.db === 0 || before.db === DUCKED_DB ? Math.min(at - before.at, STEP_MS) : at - before.at;
  const db =
    wanted < before.db
      ? Math.max(wanted, before.db + (DUCKED_DB * passed) / ATTACK_MS)
      : Math.min(wanted, before.db - (DUCKED_DB * passed) / RELEASE_MS);
  return { db, at, talkedAt };
}

/** The factor that a loudness in dB is of full. */
export const gainOf = (db: number): number => 10 ** (db / 20);
