/** Which stretches of the past the dashboard shows, and what each of their points stands for. */
export const HISTORY = {
  day: { hours: 24, stepMinutes: 5 },
  week: { hours: 7 * 24, stepMinutes: 60 },
  quarter: { hours: 90 * 24, stepMinutes: 12 * 60 },
} as const;

export type HistoryRange = keyof typeof HISTORY;

export const HISTORY_RANGES = Object.keys(HISTORY) as [HistoryRange, ...HistoryRange[]];

/** A sample of each minute is kept for so long, then one of each hour for as long as the longest stretch. */
export const MINUTES_KEPT_HOURS = 48;
export const SAMPLES_KEPT_HOURS = HISTORY.quarter.hours;
