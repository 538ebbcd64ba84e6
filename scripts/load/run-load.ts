import { setTimeout as pause } from "node:timers/promises";
import { Crowd } from "./crowd";
import { type Filled, fill, LOOK_MS } from "./fill";
import { listenOn } from "./listen-on";
import type { Plan } from "./plan";
import { readServerUse, shareOfCore } from "./server-use";
import { type Figures, rounded, sumUp } from "./sum-up";

/** After people went out the sound settles before it is judged. */
const SETTLE_MS = 4_000;

export type Result = Figures & {
  ended: Filled["ended"];
  why: string;
  /** Most who were in at once. */
  most: number;
  farthestPlace: number;
  /** Percent of one core while everyone listened, by process of this folder's Plenum. */
  corePercent: Record<string, number>;
  memoryMB: Record<string, number>;
  listeningCorePercent: number;
  machinePercent: number;
  seatsLeft: number;
  crashed: number;
};

/** The whole run: lets people in, listens, sums up; every seat is given back, also when it is stopped or fails. */
export async function runLoad(plan: Plan, tokens: string[], say: (line: string) => void, signal: AbortSignal) {
  const { url, roomId, ownServer } = plan;
  const groupSize = Math.ceil(plan.listeners / plan.processes);
  const crowd = new Crowd({ url, roomId, ownServer }, tokens, plan.listeners, groupSize);
  let measured: Omit<Result, "seatsLeft" | "crashed">;
  try {
    measured = await measure(plan, crowd, say, signal);
  } finally {
    say("giving the seats back");
    await crowd.stop();
  }
  return { ...measured, seatsLeft: crowd.seatsLeft, crashed: crowd.crashed } satisfies Result;
}

async function measure(plan: Plan, crowd: Crowd, say: (line: string) => void, signal: AbortSignal) {
  const filled = await fill(crowd, plan.perSecond, say, signal);
  const most = crowd.count("in");
  if (filled.ended === "overloaded") {
    say(`${filled.why} at ${most}: ${filled.keep} stay`);
    crowd.release(filled.keep);
    await pause(SETTLE_MS, undefined, { signal }).catch(() => undefined);
  }
  const listeners = crowd.count("in");
  if (listeners > 0) say(`${listeners} listen for ${plan.seconds} s`);
  await crowd.sample();
  const [before, listeningBefore] = [readServerUse(plan.url), crowd.listeningMs()];
  if (listeners > 0) await listenOn(crowd, plan.seconds, signal);
  const after = readServerUse(plan.url);
  const { processes, machine } = shareOfCore(before, after);
  const listening = ((crowd.listeningMs() - listeningBefore) * 100) / (after.atMs - before.atMs);
  return {
    ...sumUp(crowd.people, LOOK_MS / 1_000),
    ended: filled.ended,
    why: filled.why,
    most,
    farthestPlace: crowd.farthestPlace,
    corePercent: mapValues(processes, (share) => rounded(share, 1)),
    memoryMB: mapValues(after.processes, (use) => rounded(use.memoryMB)),
    listeningCorePercent: rounded(listening),
    machinePercent: rounded(machine),
  };
}

const mapValues = <In>(record: Record<string, In>, to: (value: In) => number): Record<string, number> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));
