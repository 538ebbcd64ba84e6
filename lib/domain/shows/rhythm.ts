import { localTime } from "@/lib/domain/notifications/zoned-time";
import type { Rule, Weekday } from "./rule";

/**
 * When the episodes of a show begin, by the clocks of its zone: at 21:00 in winter and at 21:00 in summer.
 * `rule`: an RRULE without DTSTART, as `writeRule` writes it. `zone`: an IANA time zone. `firstAt`: a local date and time,
 * `2026-12-06T21:00`; no episode is before it, and it is one itself only where the rule names it. `minutes`: how long an
 * episode lasts. `leftOut`: local dates on which there is none, `2026-12-27`, or the keys of what falls out; a COUNT counts
 * them.
 */
export type Rhythm = { rule: string; zone: string; firstAt: string; minutes: number; leftOut: readonly string[] };

/**
 * One time that a rhythm names. `key`: its local date and time by the rule, the RECURRENCE-ID, `2026-12-06T21:00`; it stays the
 * same when the episode is moved. `at`: the moment that this is in the zone.
 */
export type Occurrence = { key: string; at: Date };

/**
 * What a sentence about a rhythm is made of, nothing of it implied. `weekdays`: of a week, Monday first. Of a month or a year
 * either `monthDay` (-1: the last) or `nth` (-1: the last) is there, of a year `month` besides. `time`: `21:00`. `until`: the
 * last local date, `2026-12-31`.
 */
export type RhythmParts = {
  every: Rule["every"];
  interval: number;
  weekdays: readonly Weekday[];
  monthDay: number | null;
  nth: Rule["nth"];
  month: number | null;
  time: string;
  zone: string;
  until: string | null;
  count: number | null;
};

/** `rule`: what `readRule` read of the rhythm's. */
export function partsOf({ zone, firstAt }: Pick<Rhythm, "zone" | "firstAt">, rule: Rule): RhythmParts {
  const [, month, day] = firstAt.slice(0, 10).split("-").map(Number) as [number, number, number];
  const byDate = rule.every === "month" || rule.every === "year";
  return {
    every: rule.every,
    interval: rule.interval,
    weekdays: rule.every === "week" && rule.weekdays.length === 0 ? [weekdayOf(firstAt)] : rule.weekdays,
    monthDay: byDate && rule.nth === null ? (rule.monthDay ?? day) : null,
    nth: rule.nth,
    month: rule.every === "year" ? (rule.month ?? month) : null,
    time: firstAt.slice(11, 16),
    zone,
    until: rule.until && lastDate(rule.until, zone),
    count: rule.count,
  };
}

const FROM_SUNDAY: readonly Weekday[] = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

const weekdayOf = (local: string): Weekday =>
  FROM_SUNDAY[new Date(`${local.slice(0, 10)}T00:00Z`).getUTCDay()] as Weekday;

/** An end in UTC is on another date in the zone, perhaps. */
function lastDate(until: string, zone: string): string {
  if (!until.endsWith("Z")) return until.slice(0, 10);
  const { year, month, day } = localTime(new Date(until), zone);
  return [String(year).padStart(4, "0"), ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-");
}
