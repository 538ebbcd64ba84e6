/** Counters of what has arrived over a connection so far, at a moment of the page's own clock. */
export type Arrivals = {
  atMs: number;
  /**
   * From the media server for our ears, and in answer to what we send; the latter null while nothing is sent. 0 where nothing is
   * counted: a browser, or something in it, may keep its counters to itself.
   */
  hearing: number;
  speaking: number | null;
  /** Whether the browser counts the answers to its own signs of life too. */
  countsAnswers: boolean;
  /** Somebody's microphone is open, so that something ought to come all the time. */
  expectsVoices: boolean;
};

/** An open microphone is heard of every 400 ms even while its owner says nothing. */
const VOICE_GAP_MS = 1_000;
/** How much later than it is due a sign of life may come. */
const LATE_MS = 700;

/** How often browsers ask the media server whether it is there: most of them every 2.5 s, Firefox every 4 to 6. */
export const SIGN_OF_LIFE_MS = { most: 2_500, firefox: 6_000 };

/** `suspect`: what ought to have come did not; our own server can tell whose fault it is. `dead`: it will not come any more. */
export type Contact = "fine" | "suspect" | "dead";

/** Says whether a connection still carries anything, from readings a few hundred milliseconds apart. */
export class SilenceJudge {
  #hearing = new Quiet();
  #speaking = new Quiet();
  readonly #idleGapMs: number;
  /** After so long nothing comes that way any more, even if our own server answers: browsers ask again each second by then. */
  readonly #endMs: number;

  /** `signOfLifeMs`: how often this browser asks the media server whether it is there. */
  constructor(signOfLifeMs = SIGN_OF_LIFE_MS.most) {
    this.#idleGapMs = signOfLifeMs + LATE_MS;
    this.#endMs = this.#idleGapMs * 1.5;
  }

  note({ atMs, hearing, speaking, countsAnswers, expectsVoices }: Arrivals): Contact {
    const heard = this.#hearing.note(atMs, hearing);
    // Where answers are not counted, only what the room itself sends tells, and that comes one way.
    const answered = speaking === null || !countsAnswers ? 0 : this.#speaking.note(atMs, speaking);
    if (countsAnswers && Math.max(heard, answered) >= this.#endMs) return "dead";
    const isQuiet = heard >= (expectsVoices ? VOICE_GAP_MS : this.#idleGapMs) || answered >= this.#idleGapMs;
    return isQuiet ? "suspect" : "fine";
  }
}

/** For how many milliseconds a counter has stood still; one that never moved says nothing. */
class Quiet {
  #count: number | null = null;
  #sinceMs = 0;

  note(atMs: number, count: number): number {
    if (count === 0) return 0;
    if (count !== this.#count) {
      this.#count = count;
      this.#sinceMs = atMs;
    }
    return atMs - this.#sinceMs;
  }
}
