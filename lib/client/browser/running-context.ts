/** A context that says it runs and whose clock has stood still for so long does not. */
const STILL_MS = 900;
const RESUME_EVERY_MS = 900;

/**
 * An audio context that a call, a locked screen or a sleep may have stopped, whether or not it says so. To be asked twice a
 * second while it matters.
 */
export class RunningContext {
  #clock = { time: 0, movedAt: performance.now() };
  #resumedAt = Number.NEGATIVE_INFINITY;

  constructor(readonly context: AudioContext) {
    context.addEventListener("statechange", () => {
      this.#clock.movedAt = performance.now();
    });
  }

  /** Whether it runs, now. */
  runs(): boolean {
    const { state, currentTime: time } = this.context;
    const now = performance.now();
    if (time !== this.#clock.time) this.#clock = { time, movedAt: now };
    return state === "running" && now - this.#clock.movedAt <= STILL_MS;
  }

  /** The same, and one that does not run is set going, now and then. */
  keepRunning(): boolean {
    const runs = this.runs();
    if (!runs && performance.now() - this.#resumedAt > RESUME_EVERY_MS) void this.resume();
    return runs;
  }

  /** May be pending until a tap, or until a call has ended; the change of its state tells. */
  async resume(): Promise<void> {
    this.#resumedAt = performance.now();
    // One that says it runs has to stop before it can begin.
    const standsStill = this.context.state === "running" && !this.runs();
    try {
      if (standsStill) await this.context.suspend();
      await this.context.resume();
    } catch {
      // Not now; it is tried again.
    }
  }
}
