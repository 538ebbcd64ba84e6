import { setTimeout as sleep } from "node:timers/promises";

/** More than so many without an answer, and a slow service is waited for: they are what a process that dies leaves unknown. */
const MAX_UNDER_WAY = 200;

const SECOND_MS = 1_000;

/** What is lost to claiming is made up for, as long as it was no longer: a pause is not. */
const MADE_UP_MS = 100;

/** How much may be sent now: so much a second, evenly, and so much at once without an answer. */
export class Allowance {
  readonly #msEach: number;
  #freeAt = 0;
  #underWay = 0;
  readonly #sends = new Set<Promise<unknown>>();

  constructor(aSecond: number) {
    this.#msEach = SECOND_MS / aSecond;
  }

  /** Waits until so many more may be sent. */
  async wait(count: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.#underWay + count > MAX_UNDER_WAY && this.#sends.size > 0) {
      await Promise.race(this.#sends);
    }
    const waitMs = this.#freeAt - performance.now();
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }

  /** Counts what is being sent from now on. */
  begin(count: number, sending: Promise<unknown>): void {
    this.#freeAt = Math.max(performance.now() - MADE_UP_MS, this.#freeAt) + count * this.#msEach;
    this.#underWay += count;
    const sent = sending.finally(() => {
      this.#underWay -= count;
      this.#sends.delete(sent);
    });
    this.#sends.add(sent);
  }

  /** Once all that is under way is answered. */
  async settled(): Promise<void> {
    await Promise.all(this.#sends);
  }
}
