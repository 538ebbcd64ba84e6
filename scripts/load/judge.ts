/** One packet of speech carries so much sound. */
const PACKET_MS = 20;

/** Whoever misses more than this share of what was said hears it. */
const CLEAN_SHARE = 0.02;

/** A hall in which nobody gets more packets a second than this is silent: pauses alone are two or three. */
const SPEECH_PACKETS = 8;

/** All that one listener got since they came in, summed over the tracks of the stage. */
export type Counters = {
  atMs: number;
  received: number;
  /** Missing by their sequence numbers. */
  lost: number;
  /** Sound that was made up where some was missing, the fade into silence included and silence itself not. */
  concealedMs: number;
  /** How long the samples waited to be played, added up, and how many they were: their ratio is how late the sound is. */
  waitedMs: number;
  playedSamples: number;
};

/** What came within one window. */
export type Heard = Counters & { packetsPerSecond: number };

export function heardBetween(before: Counters, after: Counters): Heard {
  const atMs = after.atMs - before.atMs;
  const received = after.received - before.received;
  return {
    atMs,
    received,
    lost: Math.max(0, after.lost - before.lost),
    concealedMs: Math.max(0, after.concealedMs - before.concealedMs),
    waitedMs: after.waitedMs - before.waitedMs,
    playedSamples: after.playedSamples - before.playedSamples,
    packetsPerSecond: atMs > 0 ? (received * 1_000) / atMs : 0,
  };
}

export type Verdict = "quiet" | "clean" | "broken" | "silent";

/**
 * What a listener made of one window; `mostPerSecond` is what the best served of the same hall got, which is what was sent.
 * `quiet`: nobody spoke, so that there is nothing to judge. `silent`: less than half of it came. Pure.
 */
export function judge(heard: Heard, mostPerSecond: number): Verdict {
  if (mostPerSecond < SPEECH_PACKETS) return "quiet";
  if (heard.packetsPerSecond < mostPerSecond / 2) return "silent";
  return isClean(heard) ? "clean" : "broken";
}

/** Also for whole stretches of listening. */
export const isClean = (heard: Pick<Heard, "received" | "lost" | "concealedMs">): boolean =>
  lostShare(heard) <= CLEAN_SHARE && concealedShare(heard) <= CLEAN_SHARE;

export const lostShare = ({ received, lost }: Pick<Heard, "received" | "lost">): number =>
  lost / Math.max(1, received + lost);

/** Of what was said, the share that had to be made up. */
export const concealedShare = ({ received, lost, concealedMs }: Pick<Heard, "received" | "lost" | "concealedMs">) =>
  concealedMs / Math.max(PACKET_MS, (received + lost) * PACKET_MS);
