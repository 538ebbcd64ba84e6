/** Counters of what has arrived over a connection so far, at a moment of the page's own clock. */
export type Arrivals = {
  atMs: number;
  /** From the media server for our ears, and in answer to what we send; the latter null while nothing is sent. */
  hearing: number;
  speaking: number | null;
  /** Somebody's microphone is open, so that something ought to come all the time. */
  expectsVoices: boolean;
};

/** An open microphone is heard of every 400 ms even while its owner says nothing. */
const VOICE_GAP_MS = 1_000;
/** Without one, browsers ask the media server every 2.5 s whether it is there. */
const IDLE_GAP_MS = 3_200;
/** After so long nothing comes that way any more, even if our own server answers: browsers ask again each second by then. */
const END_MS = 4_800;

/** `suspect`: what ought to have come did not; our own server can tell whose fault it is. `dead`: it will not come any more. */
export type Contact = "fine" | "suspect" | "dead";

/** Says whether a connection still carries anything, from readings a few hundred milliseconds apart. */
export class SilenceJudge {
  #hearing = new Quiet();
  #speaking = new Quiet();

  note({ atMs, hearing, speaking, expectsVoices }: Arrivals): Contact {
    const heard = this.#hearing.note(atMs, hearing);
    const answered = speaking === null ? 0 : this.#speaking.note(atMs, speaking);
    if (Math.max(heard, answered) >= END_MS) return "dead";
    const isQuiet = heard >= (expectsVoices ? VOICE_GAP_MS : IDLE_GAP_MS) || answered >= IDLE_GAP_MS;
    return isQuiet ? "suspect" : "fine";
  }
}

/** For how many milliseconds a counter has stood still. */
class Quiet {
  #count: number | null = null;
  #sinceMs = 0;

  note(atMs: number, count: number): number {
    if (count !== this.#count) {
      this.#count = count;
      this.#sinceMs = atMs;
    }
    return atMs - this.#sinceMs;
  }
}
