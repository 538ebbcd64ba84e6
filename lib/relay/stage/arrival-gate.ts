/** How often the gate asks whether something has arrived. */
const LOOK_MS = 100;

/** A microphone that is on sends something every 400 ms at least, also in a pause. Source: livekit.md, sound. */
const OPEN_MS = 550;

/**
 * Open for as long as an audible person sends anything, silence too. The carried sound breaks off when
 * its speaker is lost, and not in a pause: listeners can tell one from the other by what arrives.
 */
export class ArrivalGate {
  #arrived = 0;
  #arrivedAt = Number.NEGATIVE_INFINITY;
  #isAsking = false;
  readonly #looking = setInterval(() => void this.#look(), LOOK_MS);

  readonly #packets: () => Promise<number | null>;

  /** `packets`: how many arrived so far; null where that is not known. */
  constructor(packets: () => Promise<number | null>) {
    this.#packets = packets;
  }

  lets(): boolean {
    return this.isOpen;
  }

  get isOpen(): boolean {
    return performance.now() - this.#arrivedAt < OPEN_MS;
  }

  close(): void {
    clearInterval(this.#looking);
  }

  /** One question at a time: an answer that is overtaken would pass for news. */
  async #look(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const arrived = await this.#packets().catch(() => null);
    this.#isAsking = false;
    if (arrived === null) return;
    // Fewer than before would be of another connection, which counts anew.
    if (arrived > 0 && arrived !== this.#arrived) this.#arrivedAt = performance.now();
    this.#arrived = arrived;
  }
}
