import { setTimeout as pause } from "node:timers/promises";
import type { Crowd } from "./crowd";
import { look, type Window } from "./look";
import { nextStep } from "./ramp";

export const LOOK_MS = 2_000;
/** Limits of the door run by the minute; whoever has waited three of them out learns nothing more. */
const LONGEST_DOOR_WAIT_MS = 180_000;
/** The same word of the door so often in a row is its answer to everyone. */
const REFUSED_IN_ROW = 10;
/** Whoever comes or goes makes sound break up for a moment; what is kept is a little less than what was last clean. */
const KEPT_SHARE = 0.95;

/** How the ramp ended, and why. `keep`: how many are to go on listening. */
export type Filled = { ended: "full" | "overloaded" | "door" | "stopped"; why: string; keep: number };

/** Lets people in until all are in, the door lets in no more, or what is heard breaks up. */
export async function fill(
  crowd: Crowd,
  perSecond: number,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Filled> {
  const perLook = Math.max(1, Math.round((perSecond * LOOK_MS) / 1_000));
  let carried = 0;
  let brokenLooks = 0;
  let connectedBefore = 0;
  let notConnectedBefore = 0;
  let waitedForDoorMs = 0;
  let looksSinceIn = 0;
  let tornBefore = 0;
  while (!signal.aborted) {
    const windows = look(crowd.people, await crowd.sample());
    const connected = crowd.people.filter((person) => person.hall !== null).length;
    const notConnected = crowd.people.filter((person) => person.why?.at === "media").length;
    const torn = crowd.count("torn");
    const doorWaitMs = Math.max(0, crowd.doorBackAtMs - performance.now());
    looksSinceIn = connected > connectedBefore ? 0 : looksSinceIn + 1;
    const step = nextStep(
      {
        wanted: crowd.people.length - crowd.count("refused") - torn,
        in: crowd.count("in"),
        coming: crowd.count("coming"),
        judged: windows.length + torn - tornBefore,
        broken: brokenOf(windows) + torn - tornBefore,
        brokenLooks,
        notConnected: notConnected - notConnectedBefore,
        connected: connected - connectedBefore,
        looksSinceIn,
        doorWaitMs,
      },
      perLook,
    );
    [connectedBefore, notConnectedBefore, tornBefore] = [connected, notConnected, torn];
    say(lineOf(crowd, windows, doorWaitMs));
    if (step.step === "overloaded") return { ended: "overloaded", why: step.why, keep: carried };
    const isBroken = step.step === "wait" && step.broken;
    brokenLooks = isBroken ? brokenLooks + 1 : 0;
    if (!isBroken) carried = Math.max(1, Math.floor(crowd.count("in") * KEPT_SHARE));
    waitedForDoorMs += doorWaitMs > 0 ? LOOK_MS : 0;
    const isRefused =
      step.step === "full" && crowd.people.some(({ at, why }) => at === "refused" && why?.at === "door");
    if (isRefused || crowd.refusedInRow >= REFUSED_IN_ROW || waitedForDoorMs > LONGEST_DOOR_WAIT_MS) {
      return { ended: "door", why: "the door lets in no more", keep: crowd.count("in") };
    }
    if (step.step === "full") return { ended: "full", why: "", keep: crowd.count("in") };
    if (step.step === "more") crowd.sendIn(step.count, LOOK_MS);
    await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
  return { ended: "stopped", why: "interrupted", keep: crowd.count("in") };
}

const brokenOf = (windows: Window[]): number =>
  windows.filter(({ verdict }) => verdict === "broken" || verdict === "silent").length;

function lineOf(crowd: Crowd, windows: Window[], doorWaitMs: number): string {
  const spoken = windows.filter(({ verdict }) => verdict !== "quiet").length;
  const heard = spoken === 0 ? "nobody speaks" : `${spoken - brokenOf(windows)} of ${spoken} heard cleanly`;
  const wait = doorWaitMs > 0 ? `; the door asks to wait ${Math.ceil(doorWaitMs / 1_000)} s` : "";
  return `${String(crowd.count("in")).padStart(6)} in, ${crowd.count("coming")} coming; ${heard}${wait}`;
}
