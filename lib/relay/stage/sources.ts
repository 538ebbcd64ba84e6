import { AudioSource } from "@livekit/rtc-node";
import { STAGE_RATE } from "./sound";

/** What is captured goes out at once; a queue in between would only make it later. */
const NO_QUEUE_MS = 0;

/** rtc-node keeps a thread of every source it ever made, so those that are done with are used again. */
const idle: AudioSource[] = [];

/** A source for tracks in any number of rooms: what it captures is heard in all of them. */
export const takeSource = (): AudioSource => idle.pop() ?? new AudioSource(STAGE_RATE, 1, NO_QUEUE_MS);

export function giveBackSource(source: AudioSource): void {
  idle.push(source);
}
