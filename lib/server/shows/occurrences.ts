import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { readRule } from "@/lib/domain/shows/read-rule";
import type { Occurrence, Rhythm } from "@/lib/domain/shows/rhythm";
import type { Rule } from "@/lib/domain/shows/rule";

/** A rule that names no day for so long names none: a 29th of February comes back after eight years at the latest. */
const LOOKED_AHEAD_YEARS = 50;

/** As many as one asks for at a time. */
const MAX_ASKED = 1_000;

/** Where no clock was ever moved by more: Samoa left out a day. */
const MOST_MOVED_HOURS = 48;

/**
 * The next times of a rhythm that begin later than `after`, at most `count`, the earliest first; fewer where it ends before. Looks
 * fifty years ahead. A local time that the clocks leave out is as much later as they are moved, one that comes twice is the first.
 * Throws where the rule was never read by `readRule`, or this machine does not know the zone.
 */
export function occurrences(rhythm: Rhythm, { after, count }: { after: Date; count: number }): Occurrence[] {
  const most = Math.min(count, MAX_ASKED);
  const leftOut = new Set(rhythm.leftOut.map(dateOf));
  const found: Occurrence[] = [];
  for (const named of namedFrom(rhythm, clockIn(rhythm.zone, after).subtract({ hours: MOST_MOVED_HOURS }))) {
    if (found.length >= most) break;
    if (named.at > after && !leftOut.has(dateOf(named.key))) found.push(named);
  }
  return found;
}

const dateOf = (local: string): string => local.slice(0, 10);

/** The rule of a rhythm. Throws where there is none: what was taken as a rhythm has one. */
export function ruleOf({ rule }: Rhythm): Rule {
  const ruling = readRule(rule);
  if (!ruling.ok) throw new Error(`No rhythm has the rule ${rule.slice(0, 100)}: ${ruling.refusal}`);
  return ruling.value;
}

/** What a rhythm names from a local time on, what is left out too, until fifty years after. */
export function* namedFrom(rhythm: Rhythm, from: Temporal.PlainDateTime): Generator<Occurrence> {
  const rule = ruleOf(rhythm);
  const until = rule.until?.endsWith("Z") ? new Date(rule.until) : null;
  for (const local of localTimes(rhythm, rule, from)) {
    const at = new Date(local.toZonedDateTime(rhythm.zone, { disambiguation: "compatible" }).epochMilliseconds);
    if (until && at > until) return;
    yield { key: local.toString({ smallestUnit: "minute" }), at };
  }
}

function* localTimes(rhythm: Rhythm, rule: Rule, from: Temporal.PlainDateTime): Generator<Temporal.PlainDateTime> {
  const first = Temporal.PlainDateTime.from(rhythm.firstAt);
  const start = Temporal.PlainDateTime.compare(from, first) > 0 ? from : first;
  const engine = engineOf(rule, rhythm, start.add({ years: LOOKED_AHEAD_YEARS }));
  if (rule.count !== null) {
    // Asked for one after the other, it would count from the first each time.
    const all = engine.all().map((named) => named.toPlainDateTime());
    yield* all.filter((named) => Temporal.PlainDateTime.compare(named, start) >= 0);
    return;
  }
  let next = engine.next(start.toZonedDateTime("UTC"), true);
  while (next) {
    yield next.toPlainDateTime();
    next = engine.next(next);
  }
}

/**
 * The library is given clocks that are never moved, and its answers are put into the zone here: it leaves out the times that a zone
 * leaves out, where RFC 5545 (3.3.5) moves them, and an episode would be lost.
 */
function engineOf(rule: Rule, rhythm: Rhythm, horizon: Temporal.PlainDateTime): RRuleTemporal<Temporal.ZonedDateTime> {
  const last = lastOf(rule, rhythm.zone);
  const until = last && Temporal.PlainDateTime.compare(last, horizon) < 0 ? last : horizon;
  return new RRuleTemporal({
    temporal: Temporal,
    tzid: "UTC",
    dtstart: Temporal.PlainDateTime.from(rhythm.firstAt).toZonedDateTime("UTC"),
    freq: FREQUENCIES[rule.every],
    interval: rule.interval,
    wkst: rule.weekStart,
    until: until.toZonedDateTime("UTC"),
    ...(rule.count !== null && { count: rule.count }),
    ...(rule.month !== null && { byMonth: [rule.month] }),
    ...(rule.monthDay !== null && { byMonthDay: [rule.monthDay] }),
    ...(rule.nth && { byDay: [`${rule.nth.nth}${rule.nth.weekday}`] }),
    ...(rule.weekdays.length > 0 && { byDay: [...rule.weekdays] }),
  });
}

const FREQUENCIES = { day: "DAILY", week: "WEEKLY", month: "MONTHLY", year: "YEARLY" } as const;

/** The last local time that may be; of a moment in UTC generously, since `namedFrom` compares moments. */
function lastOf({ until }: Rule, zone: string): Temporal.PlainDateTime | null {
  if (until === null) return null;
  if (until.endsWith("Z")) return clockIn(zone, new Date(until)).add({ hours: MOST_MOVED_HOURS });
  return Temporal.PlainDateTime.from(until.length === 10 ? `${until}T23:59:59` : until);
}

const clockIn = (zone: string, at: Date): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
