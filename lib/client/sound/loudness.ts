/** Quieter than this is drawn as silence. */
const FLOOR_DB = -50;

/** Discontinuous transmission sends a silence packet every 400 ms; after that long without news there is none. */
export const HELD_MS = 250;

/** How loud a level (0 to 1, linear) looks, 0 to 1: in decibels, as ears do. */
export function loudness(level: number): number {
  if (level <= 0) return 0;
  return Math.max(0, Math.min(1, 1 - (20 * Math.log10(level)) / FLOOR_DB));
}
