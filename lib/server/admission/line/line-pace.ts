/** How far back the speed of a line is looked at. */
const LOOK_BACK_MS = 30_000;
/** What the door can do now is seen from less. */
const LATELY_MS = 5_000;

type Sample = { at: number; called: number; seated: number };

/** How a line moves, as one process sees it from reading to reading. */
export class LinePace {
  #samples: Sample[] = [];

  /** The totals of a reading, in milliseconds of any one clock. */
  note(sample: Sample): void {
    this.#samples = [...this.#samples.filter(({ at }) => at >= sample.at - LOOK_BACK_MS), sample];
  }

  /** How many were called in how many seconds, as far back as is looked. */
  moved(): { people: number; seconds: number } {
    const [first, last] = [this.#samples[0], this.#samples.at(-1)];
    if (!first || !last) return { people: 0, seconds: 0 };
    return { people: last.called - first.called, seconds: (last.at - first.at) / 1_000 };
  }

  seatedPerSecond(): number {
    const last = this.#samples.at(-1);
    const first = last && this.#samples.find(({ at }) => at >= last.at - LATELY_MS);
    if (!first || first.at === last.at) return 0;
    return ((last.seated - first.seated) * 1_000) / (last.at - first.at);
  }
}
