/** What a countdown shows; whole ones. */
export type Left = { days: number; hours: number; minutes: number; seconds: number };

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What is left until `at`, seconds begun counted whole; null once it is reached. */
export function leftUntil(at: number, now: number): Left | null {
  const left = Math.ceil((at - now) / SECOND_MS) * SECOND_MS;
  if (left <= 0) return null;
  return {
    days: Math.floor(left / DAY_MS),
    hours: Math.floor((left % DAY_MS) / HOUR_MS),
    minutes: Math.floor((left % HOUR_MS) / MINUTE_MS),
    seconds: Math.floor((left % MINUTE_MS) / SECOND_MS),
  };
}
