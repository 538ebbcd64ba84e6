/** Samples of one voice played, and those among them that were made up because theirs never came, silence not counted. */
export type VoiceCounters = { received: number; concealed: number };

/** A connection's counters as the browser keeps them, since it began. */
export type LinkReading = {
  /** By person id. A person with a weak connection of their own is left out: what they lose says nothing about ours. */
  voices: Readonly<Record<string, VoiceCounters>>;
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

/**
 * Windows that are remembered: said after three bad ones among them, taken back when all are good. The media server takes
 * ten seconds to find that it is somebody else's connection through which a voice breaks up.
 */
const WINDOWS = 4;
const BAD_ENOUGH = 3;

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
  let [received, concealed] = [0, 0];
  for (const [id, voice] of Object.entries(now.voices)) {
    const then = before.voices[id];
    // A person who came anew brought counters of their own, which begin with 0.
    if (!then || then.received > voice.received) continue;
    received += voice.received - then.received;
    concealed += voice.concealed - then.concealed;
  }
  if (received > 0 && concealed / received > MUCH_CONCEALED) return "hearing";
  if ((now.lost ?? 0) > MUCH_LOST || (now.roundTripMs ?? 0) > LONG_ROUND_TRIP_MS) return "speaking";
  return null;
}
