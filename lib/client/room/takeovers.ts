/** A page that was put out twice in so short a time is not alone: it leaves the seat to the other one. */
const TWICE_WITHIN_MS = 15_000;

/**
 * The media server puts a connection out when the same person connects anew: elsewhere, or on this very page, where a try that
 * was given up on a slow network gets through after the next one. The door knows which page has the seat.
 */
export class Takeovers {
  #last = Number.NEGATIVE_INFINITY;

  /** One more. Answers whether the door is to be asked; otherwise the seat is somebody else's. */
  mayBeOwn(): boolean {
    const now = performance.now();
    const isFirst = now - this.#last > TWICE_WITHIN_MS;
    this.#last = now;
    return isFirst;
  }
}
