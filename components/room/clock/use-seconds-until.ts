import { useNow } from "./use-now";

/** Twice a second, so that no second is skipped. */
const COUNT_EVERY_MS = 500;

/** Whole seconds until `end`, counted down; never more than `mostMs`, since clocks run wrong. */
export function useSecondsUntil(end: number, mostMs: number): number {
  const now = useNow(COUNT_EVERY_MS);
  const ahead = now === null ? mostMs : Math.min(mostMs, Math.max(0, end - now));
  return Math.ceil(ahead / 1000);
}
