/** How far back the speed of a line is looked at. */
const LOOK_BACK_MS = 30_000;

type Sample = { at: number; called: number };

/** How a line moves, as one process sees it from reading to reading. */
export class LinePace {
  #samples: Sample[] = [];

  /** How many were ever called, at a moment in milliseconds of any one clock. */
  note(sample: Sample): void {
    this.#samples = [...this.#samples.filter(({ at }) => at >= sample.at - LOOK_BACK_MS), sample];
  }

  /** How many were called in how many seconds, as far back as is looked. */
  moved(): { people: number; seconds: number } {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last) return { people: 0, seconds: 0 };
    return { people: last.called - first.called, seconds: (last.at - first.at) / 1_000 };
  }
}
