import type { Rhythm } from "./rhythm";
import { type Rule, WEEKDAYS, type Weekday, writeRule } from "./rule";

const DAY_MS = 24 * 60 * 60_000;

/**
 * A rhythm whose first recurrence is moved to another local time, and all after it with it. A weekday becomes the weekday of the new date,
 * the second Tuesday the nth weekday that this is, a day of the month that day. `rule`: what `readRule` read of the rhythm's.
 */
export function moveRule(rhythm: Rhythm, rule: Rule, to: string): Rhythm {
  const from = rhythm.firstAt;
  const days = Math.round((dayOf(to) - dayOf(from)) / DAY_MS);
  const moved = days === 0 ? rule : onDate(rule, from, to);
  const leftOut = rhythm.leftOut.map(
    (date) => new Date(dayOf(date) + days * DAY_MS).toISOString().slice(0, 10) + date.slice(10),
  );
  return { ...rhythm, rule: writeRule(moved), firstAt: to, leftOut };
}

function onDate(rule: Rule, from: string, to: string): Rule {
  if (rule.every === "day") return rule;
  if (rule.every === "week") {
    const weekdays = rule.weekdays.map((day) => (day === weekdayOf(from) ? weekdayOf(to) : day));
    return { ...rule, weekdays: WEEKDAYS.filter((day) => weekdays.includes(day)) };
  }
  const month = rule.month === null ? null : monthOf(to);
  if (rule.nth) return { ...rule, month, nth: { nth: nthOf(rule.nth.nth, to), weekday: weekdayOf(to) } };
  return { ...rule, month, monthDay: rule.monthDay === null ? null : dayOfMonth(to) };
}

/** A last Friday stays a last one where the new date is in the last week of its month. A fifth one, which most months lack, is a last one. */
function nthOf(before: number, local: string): number {
  const nth = Math.ceil(dayOfMonth(local) / 7);
  const isLast = dayOfMonth(local) + 7 > longest(local);
  return isLast && (before < 0 || nth === 5) ? -1 : nth;
}

const dayOf = (local: string): number => Date.parse(`${local.slice(0, 10)}T00:00Z`);

const dayOfMonth = (local: string): number => Number(local.slice(8, 10));

const monthOf = (local: string): number => Number(local.slice(5, 7));

const longest = (local: string): number =>
  new Date(Date.UTC(Number(local.slice(0, 4)), monthOf(local), 0)).getUTCDate();

const weekdayOf = (local: string): Weekday => WEEKDAYS[(new Date(dayOf(local)).getUTCDay() + 6) % 7] as Weekday;
