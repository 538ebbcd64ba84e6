import { FULL_SCALE } from "./sound";

/** How loud each person was since the last question: the loudest block's root mean square, 0 to 1, linear. */
export class SpeakerLevels {
  readonly #loudest = new Map<string, number>();

  hear(personId: string, block: Int16Array): void {
    let power = 0;
    for (const sample of block) power += sample * sample;
    const level = Math.sqrt(power / block.length) / FULL_SCALE;
    this.#loudest.set(personId, Math.max(level, this.#loudest.get(personId) ?? 0));
  }

  take(): Map<string, number> {
    const levels = new Map(this.#loudest);
    this.#loudest.clear();
    return levels;
  }
}
