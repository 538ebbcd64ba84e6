import type { Turn } from "@/lib/server/recording/write-recording";

/** As quiet is a room, not a voice. Of full scale, linear. */
const SOFTEST = 0.01;

/** Somebody who pauses for so long has ended; another turn of theirs begins. */
const PAUSE_MS = 4_000;

/** A cough is no turn. */
const SHORTEST_MS = 1_000;

/** Who spoke from when to when, from how loud each was a second after the other: the chapters of a recording. */
export class TurnKeeper {
  readonly #going = new Map<string, Turn>();

  /** `levels`: the loudest of each person in the time from `fromMs` to `toMs`. Answers the turns that began or went on. */
  hear(levels: ReadonlyMap<string, number>, fromMs: number, toMs: number): Turn[] {
    const told: Turn[] = [];
    for (const [personId, level] of levels) {
      if (level < SOFTEST) continue;
      const before = this.#going.get(personId);
      const goesOn = before !== undefined && fromMs - before.toMs < PAUSE_MS;
      const turn = goesOn ? { ...before, toMs } : { personId, fromMs, toMs };
      this.#going.set(personId, turn);
      if (turn.toMs - turn.fromMs >= SHORTEST_MS) told.push(turn);
    }
    return told;
  }
}
