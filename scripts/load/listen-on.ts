import { setTimeout as pause } from "node:timers/promises";
import type { Crowd } from "./crowd";
import { LOOK_MS } from "./fill";
import { look } from "./look";
import { withWindow } from "./person";

/** Everyone who is in listens for that long; what they hear goes into their tallies. */
export async function listenOn(crowd: Crowd, seconds: number, signal: AbortSignal): Promise<void> {
  const untilMs = performance.now() + seconds * 1_000;
  look(crowd.people, await crowd.sample());
  while (performance.now() < untilMs && !signal.aborted) {
    await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    for (const { person, heard, verdict } of look(crowd.people, await crowd.sample())) {
      person.tally = withWindow(person.tally, heard, verdict);
    }
  }
}
