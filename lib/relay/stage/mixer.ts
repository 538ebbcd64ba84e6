import { BLOCK_SAMPLES } from "./sound";

/** How many blocks of one voice wait for another voice's at most. */
const MOST_WAITING = 2;

/** A voice without sound for so long is not waited for: it is muted, torn, or gone. */
const MISSED_AFTER_MS = 40;

type Heard = { blocks: Int16Array[]; at: number };

/**
 * Sums voices block by block, as they come. No clock of its own: it is as regular as what it hears, waits for the slower of two
 * for 20 ms at most, and then goes on without them. Sums may be above full scale.
 */
export class Mixer {
  readonly #voices = new Map<string, Heard>();

  /** Takes the next block of a voice; answers the sums that are complete by that. */
  hear(voice: string, block: Int16Array, nowMs: number): Int32Array[] {
    const blocks = this.#voices.get(voice)?.blocks ?? [];
    blocks.push(block);
    this.#voices.set(voice, { blocks, at: nowMs });
    const sums: Int32Array[] = [];
    while (this.#isDue(nowMs)) sums.push(this.#sum());
    return sums;
  }

  forget(voice: string): void {
    this.#voices.delete(voice);
  }

  #isDue(nowMs: number): boolean {
    const voices = [...this.#voices.values()];
    if (voices.some(({ blocks }) => blocks.length > MOST_WAITING)) return true;
    const awaited = voices.filter(({ at }) => nowMs - at < MISSED_AFTER_MS);
    return awaited.length > 0 && awaited.every(({ blocks }) => blocks.length > 0);
  }

  #sum(): Int32Array {
    const sum = new Int32Array(BLOCK_SAMPLES);
    for (const { blocks } of this.#voices.values()) {
      const block = blocks.shift();
      if (!block) continue;
      for (let index = 0; index < BLOCK_SAMPLES; index++) sum[index] = (sum[index] ?? 0) + (block[index] ?? 0);
    }
    return sum;
  }
}
