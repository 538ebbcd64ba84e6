/** What the relay hears, mixes and sends: mono blocks of 10 ms. */
export const STAGE_RATE = 48_000;
export const BLOCK_MS = 10;
export const BLOCK_SAMPLES = (STAGE_RATE * BLOCK_MS) / 1_000;

export const FULL_SCALE = 32_767;
