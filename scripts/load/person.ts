import type { Counters, Heard, Verdict } from "./judge";
import type { HallSeat, NotIn } from "./messages";

/** One of the crowd, as the tool knows them. `torn`: their connection broke after they were in. */
export type Person = {
  number: number;
  token: string;
  at: "outside" | "coming" | "in" | "refused" | "torn" | "released";
  hall: HallSeat | null;
  doorMs: number;
  soundMs: number | null;
  why: NotIn | null;
  last: Counters | null;
  /** How often they were read since they came in; the first window is that of a connection which finds its pace. */
  reads: number;
  tally: Tally;
};

/** What they heard while everyone was in. */
export type Tally = {
  received: number;
  lost: number;
  concealedMs: number;
  waitedMs: number;
  playedSamples: number;
  windows: number;
  silentWindows: number;
  silentInRow: number;
  longestSilence: number;
};

export const newTally = (): Tally => ({
  received: 0,
  lost: 0,
  concealedMs: 0,
  waitedMs: 0,
  playedSamples: 0,
  windows: 0,
  silentWindows: 0,
  silentInRow: 0,
  longestSilence: 0,
});

/** The tally with one more window in it. Windows in which nobody spoke say nothing. Pure. */
export function withWindow(tally: Tally, heard: Heard, verdict: Verdict): Tally {
  if (verdict === "quiet") return tally;
  const silentInRow = verdict === "silent" ? tally.silentInRow + 1 : 0;
  return {
    received: tally.received + heard.received,
    lost: tally.lost + heard.lost,
    concealedMs: tally.concealedMs + heard.concealedMs,
    waitedMs: tally.waitedMs + heard.waitedMs,
    playedSamples: tally.playedSamples + heard.playedSamples,
    windows: tally.windows + 1,
    silentWindows: tally.silentWindows + (verdict === "silent" ? 1 : 0),
    silentInRow,
    longestSilence: Math.max(tally.longestSilence, silentInRow),
  };
}
