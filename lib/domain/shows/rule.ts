/** Monday first. */
export const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * A rule of RFC 5545, 3.3.10, as far as a show needs it. What is empty or null is as in the first episode.
 * `weekdays`: of a week, Monday first. `monthDay`: -1 is the last of the month, and a month without it is skipped. `nth`: the second
 * Tuesday, the last (-1) Friday. `month`: of a year. `until`: the last that may be, a local date, a local date and time
 * (`2026-12-31T21:00:00`), or a moment in UTC (the same with a `Z`). `count`: how many there are in all; never besides an `until`.
 */
export type Rule = {
  every: "day" | "week" | "month" | "year";
  interval: number;
  weekdays: readonly Weekday[];
  monthDay: number | null;
  nth: { nth: number; weekday: Weekday } | null;
  month: number | null;
  until: string | null;
  count: number | null;
  weekStart: Weekday;
};

const FREQUENCIES: Record<Rule["every"], string> = { day: "DAILY", week: "WEEKLY", month: "MONTHLY", year: "YEARLY" };

/** The text of a rule. What `readRule` reads of it is the same rule. */
export function writeRule(rule: Rule): string {
  const { nth } = rule;
  const parts: [name: string, value: string | number | null][] = [
    ["FREQ", FREQUENCIES[rule.every]],
    ["INTERVAL", rule.interval > 1 ? rule.interval : null],
    ["BYMONTH", rule.month],
    ["BYMONTHDAY", rule.monthDay],
    ["BYDAY", nth ? `${nth.nth}${nth.weekday}` : rule.weekdays.join(",") || null],
    ["WKST", rule.weekStart === "MO" ? null : rule.weekStart],
    ["UNTIL", rule.until?.replace(/[-:]/g, "") ?? null],
    ["COUNT", rule.count],
  ];
  return parts.flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join(";");
}
