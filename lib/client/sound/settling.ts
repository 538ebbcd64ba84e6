/** How soon to try again where a step failed. */
const ANEW_MS = 1_000;

/** Brings what is in line with what is wanted: one step at a time, and once more if it was asked for meanwhile. */
export class Settling {
  #running: Promise<void> | null = null;
  #again = false;
  readonly #step: () => Promise<void>;

  /** `step` may fail: it is tried again later, and whenever `run` is called. */
  constructor(step: () => Promise<void>) {
    this.#step = step;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Resolves once no step is left to do. */
  run(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#runAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #runAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        await this.#step();
      } catch {
        setTimeout(() => void this.run(), ANEW_MS);
      }
    }
  }
}
