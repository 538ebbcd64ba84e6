/** How many are claimed at one look. Several processes share a crowd of families, and one process takes it in a second or two. */
const MOST_A_LOOK = 4;

/** A relay that carries much leaves free families to others for a while, if there are any. */
const WAIT_A_ROOM_MS = 25;
const LONGEST_WAIT_MS = 750;

/**
 * Spreads families over relay processes that do not know of each other: the less a process carries, the sooner it claims what is
 * free. A process alone claims everything.
 */
export class ClaimShare {
  #freeSince = new Map<string, number>();
  readonly #random: () => number;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** Which of the families that nobody carries to claim now. `carried`: rooms that this process carries sound into. */
  choose(free: readonly string[], carried: number, nowMs: number): string[] {
    this.#freeSince = new Map(free.map((family) => [family, this.#freeSince.get(family) ?? nowMs]));
    const wait = Math.min(carried * WAIT_A_ROOM_MS, LONGEST_WAIT_MS);
    return [...this.#freeSince]
      .filter(([, since]) => nowMs - since >= wait)
      .map(([family]) => ({ family, place: this.#random() }))
      .sort((one, other) => one.place - other.place)
      .slice(0, MOST_A_LOOK)
      .map(({ family }) => family);
  }
}
