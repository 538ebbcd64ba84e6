/** A connection's counters as the browser keeps them, since it began. Samples are of all voices received. */
export type LinkReading = {
  /** Samples played, and those among them that were made up because theirs never came, silence not counted. */
  received: number;
  concealed: number;
  /** Share of one's own packets that were lost on the way, 0 to 1, and how long one of them takes there and back, in ms. */
  lost: number | null;
  roundTripMs: number | null;
};

/** In which direction a connection is too weak to talk by. */
export type WeakLink = "hearing" | "speaking";

/** From here on words are lost, not only sounds. */
const MUCH_CONCEALED = 0.12;
const MUCH_LOST = 0.12;
/** People begin to talk into each other. */
const LONG_ROUND_TRIP_MS = 1_500;

/** Windows that are remembered: said after two bad ones among them, taken back when all are good. */
const WINDOWS = 3;
const BAD_ENOUGH = 2;

/** Says whether a connection is weak, from readings taken a few seconds apart; slow to say so and slow to take it back. */
export class LinkJudge {
  #last: LinkReading | null = null;
  #windows: (WeakLink | null)[] = [];
  #verdict: WeakLink | null = null;

  note(reading: LinkReading): WeakLink | null {
    const window = this.#last ? weaknessBetween(this.#last, reading) : null;
    this.#last = reading;
    this.#windows = [window, ...this.#windows].slice(0, WINDOWS);
    const bad = this.#windows.filter((one) => one !== null);
    if (bad.length >= BAD_ENOUGH) this.#verdict = bad[0] ?? null;
    else if (bad.length === 0) this.#verdict = null;
    return this.#verdict;
  }
}

function weaknessBetween(before: LinkReading, now: LinkReading): WeakLink | null {
  const received = now.received - before.received;
  const concealed = now.concealed - before.concealed;
  // Somebody left the stage and took their counters along, or nobody spoke.
  if (received > 0 && concealed > 0 && concealed / received > MUCH_CONCEALED) return "hearing";
  if ((now.lost ?? 0) > MUCH_LOST || (now.roundTripMs ?? 0) > LONG_ROUND_TRIP_MS) return "speaking";
  return null;
}
