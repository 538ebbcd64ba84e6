/** Source: mechanics, announcements ("at most four messages a second a room in all"). */
const MAX_A_SECOND = 4;
const SECOND_MS = 1_000;

/** Counts what a room is sent, so that any second holds four messages at most. Times are of performance.now(). */
export class Pace {
  readonly #passed: number[] = [];

  /** How long until a message may pass that leaves room for `kept` more in its second; 0 where it may now. */
  waitMs(now: number, kept = 0): number {
    const oldest = this.#passed.at(-(MAX_A_SECOND - kept));
    return oldest === undefined ? 0 : Math.max(0, oldest + SECOND_MS - now);
  }

  pass(now: number): void {
    this.#passed.push(now);
    if (this.#passed.length > MAX_A_SECOND) this.#passed.shift();
  }
}
