import { BLOCK_MS } from "./sound";

/** A block without a sample above this (about -60 dB) counts as silence: the far end hears nothing of it. */
const SILENT_PEAK = 32;

/**
 * How long silence is sent on. Sound that pauses for less costs nothing further to hear again; breaking off earlier makes the
 * far end take the pause for a bad network and hold back everything that follows by up to half a second.
 * Source: docs/decisions/the-relay-mixes-by-itself.md.
 */
export const TAIL_MS = 2_500;

/** Says when there is something to send: nothing while nobody speaks, except the tail of the last words. */
export class SilenceGate {
  #silentMs = TAIL_MS;

  /** Whether this block is to be sent. */
  lets(block: Int16Array): boolean {
    const isSilent = block.every((sample) => Math.abs(sample) <= SILENT_PEAK);
    this.#silentMs = isSilent ? Math.min(this.#silentMs + BLOCK_MS, TAIL_MS) : 0;
    return this.isOpen;
  }

  close(): void {}

  /** Whether more is expected, if only silence: what ends must not break off. */
  get isOpen(): boolean {
    return this.#silentMs < TAIL_MS;
  }
}
