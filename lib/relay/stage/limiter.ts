import { FULL_SCALE } from "./sound";

/** The highest peak, a little below full scale: the encoder may overshoot. */
const CEILING = FULL_SCALE * 0.9;

/** Down within the first millisecond of a block, up again in about 200 ms. */
const ATTACK_SAMPLES = 48;
const RECOVERY_A_BLOCK = 0.08;

/** Keeps a sum of several voices within what a sample can hold: all become softer together for a moment, instead of clipping. */
export class Limiter {
  #gain = 1;

  limit(sum: Int32Array): Int16Array {
    const wanted = Math.min(1, CEILING / Math.max(1, peakOf(sum)));
    const from = this.#gain;
    const to = wanted < from ? wanted : Math.min(wanted, from + (1 - from) * RECOVERY_A_BLOCK);
    const ramp = to < from ? ATTACK_SAMPLES : sum.length;
    this.#gain = to;
    const block = new Int16Array(sum.length);
    // A plain loop: `Int16Array.from` takes six times as long, a hundred times a second for each room.
    for (let index = 0; index < sum.length; index++) {
      const gain = from + (to - from) * Math.min(1, index / ramp);
      block[index] = Math.max(-FULL_SCALE, Math.min(FULL_SCALE, Math.round((sum[index] ?? 0) * gain)));
    }
    return block;
  }
}

function peakOf(sum: Int32Array): number {
  let peak = 0;
  for (const sample of sum) peak = Math.max(peak, Math.abs(sample));
  return peak;
}
