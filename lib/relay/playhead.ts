import { FRAME_MS } from "./voice";

/** How far ahead of the clock frames are handed over, so that a late timer makes no hole. */
export const LEAD_MS = 60;

/**
 * The position of a loop, by a clock and not by what was sent. Voices that share a playhead stay together, and after a stall the
 * missed sound is skipped instead of arriving late for good. Never hands over more than LEAD_MS ahead.
 */
export class Playhead {
  #startedAtMs: number;
  #next = 0;

  constructor(nowMs: number) {
    this.#startedAtMs = nowMs;
  }

  /** Back to the beginning of the loop. */
  restart(nowMs: number): void {
    this.#startedAtMs = nowMs;
    this.#next = 0;
  }

  /** Numbers of the frames to hand over now, in order, counted from the start and not wrapped. */
  due(nowMs: number): number[] {
    const now = Math.floor((nowMs - this.#startedAtMs) / FRAME_MS);
    const until = Math.floor((nowMs - this.#startedAtMs + LEAD_MS) / FRAME_MS);
    this.#next = Math.max(this.#next, now);
    const frames: number[] = [];
    while (this.#next < until) frames.push(this.#next++);
    return frames;
  }
}
