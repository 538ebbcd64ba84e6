import { granted, type RefusalFacts, refused } from "@/lib/domain/ruling";
import { type Rule, WEEKDAYS, type Weekday } from "./rule";

/** Longer than any rule that is taken. */
const MAX_LENGTH = 200;

/** Every 99th week is hardly a rhythm any more. */
const MAX_INTERVAL = 99;

/** Of a daily show nearly three years. */
const MAX_COUNT = 1_000;

/**
 * Why a rule is not taken. `rule_part`: a part that no show needs, or not beside the others, named as `part`. `rule_unreadable`:
 * it breaks the grammar, in `part` where that is known. `rule_too_often`: several times a day. `rule_interval`, `rule_count`: more
 * than `max`. `rule_never`: there is no such day in that month.
 */
type RuleRefusal =
  | "rule_unreadable"
  | "rule_too_long"
  | "rule_too_often"
  | "rule_part"
  | "rule_interval"
  | "rule_count"
  | "rule_never";

type RuleRuling = { ok: true; value: Rule } | { ok: false; refusal: RuleRefusal; facts?: RefusalFacts };

const EVERY: Record<string, Rule["every"]> = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" };
const TOO_OFTEN = ["SECONDLY", "MINUTELY", "HOURLY"];

/** What a rule may have besides, by its frequency. */
const PARTS: Record<Rule["every"], readonly string[]> = {
  day: [],
  week: ["BYDAY", "WKST"],
  month: ["BYDAY", "BYMONTHDAY", "BYSETPOS", "WKST"],
  year: ["BYDAY", "BYMONTHDAY", "BYSETPOS", "BYMONTH", "WKST"],
};
const OF_ALL = ["FREQ", "INTERVAL", "UNTIL", "COUNT"];

/** Parts that may be lists, and here name one. */
const ONE_ONLY = ["BYMONTH", "BYMONTHDAY", "BYSETPOS"];

/**
 * Reads the text of an RRULE, without its name and without DTSTART: daily, weekly on some days, monthly or yearly by the day of
 * the month or by the nth weekday. `BYDAY=TU;BYSETPOS=2`, as some calendars write `BYDAY=2TU`, is read as that. Never throws.
 */
export function readRule(text: string): RuleRuling {
  if (text.length > MAX_LENGTH) return refused("rule_too_long", { max: MAX_LENGTH });
  const parts = split(text);
  if (!parts) return refused("rule_unreadable");
  const frequency = parts.get("FREQ") ?? "";
  if (TOO_OFTEN.includes(frequency)) return refused("rule_too_often");
  const every = Object.hasOwn(EVERY, frequency) ? EVERY[frequency] : undefined;
  if (!every) return refused("rule_unreadable", { part: "FREQ" });
  const foreign = [...parts.keys()].find((name) => !OF_ALL.includes(name) && !PARTS[every].includes(name));
  const unmeant = foreign ?? ONE_ONLY.find((name) => parts.get(name)?.includes(","));
  if (unmeant) return refused("rule_part", { part: unmeant });
  return readParts(every, parts);
}

/** Null where it is no list of `NAME=VALUE`, or a name is there twice. */
function split(text: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(";")) {
    const [, name, value] = /^([A-Z-]{1,20})=([A-Z0-9,+-]+)$/.exec(part) ?? [];
    if (name === undefined || value === undefined || parts.has(name)) return null;
    parts.set(name, value);
  }
  return parts;
}

function readParts(every: Rule["every"], parts: ReadonlyMap<string, string>): RuleRuling {
  const bounds = readBounds(parts);
  if (!bounds.ok) return bounds;
  const days = readDays(every, parts);
  if (!days.ok) return days;
  const month = numberOf(parts, "BYMONTH", { min: 1, max: 12 });
  if (month === "unreadable") return refused("rule_unreadable", { part: "BYMONTH" });
  if (every === "year" && month === null) {
    // A year without a month means every month, or the nth weekday of the year.
    const needing = ["BYMONTHDAY", "BYDAY"].find((name) => parts.has(name));
    if (needing) return refused("rule_part", { part: needing });
  }
  const { monthDay } = days.value;
  if (month !== null && monthDay !== null && Math.abs(monthDay) > longest(month)) return refused("rule_never");
  return granted({ every, ...bounds.value, ...days.value, month });
}

const longest = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate();

type Bounds = Pick<Rule, "interval" | "count" | "until">;

function readBounds(
  parts: ReadonlyMap<string, string>,
): { ok: true; value: Bounds } | { ok: false; refusal: RuleRefusal; facts?: RefusalFacts } {
  const interval = numberOf(parts, "INTERVAL", { min: 1, max: Number.POSITIVE_INFINITY });
  if (interval === "unreadable") return refused("rule_unreadable", { part: "INTERVAL" });
  if (interval !== null && interval > MAX_INTERVAL) return refused("rule_interval", { max: MAX_INTERVAL });
  const count = numberOf(parts, "COUNT", { min: 1, max: Number.POSITIVE_INFINITY });
  if (count === "unreadable") return refused("rule_unreadable", { part: "COUNT" });
  if (count !== null && count > MAX_COUNT) return refused("rule_count", { max: MAX_COUNT });
  const written = parts.get("UNTIL");
  const until = written === undefined ? null : readUntil(written);
  // RFC 5545 allows one of the two ends.
  if (until === "unreadable" || (until !== null && count !== null))
    return refused("rule_unreadable", { part: "UNTIL" });
  return granted({ interval: interval ?? 1, count, until });
}

/** `20261231`, `20261231T210000` or `20261231T210000Z`, of a day and a time that there are. */
function readUntil(written: string): string | "unreadable" {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(written);
  if (!found) return "unreadable";
  const [, year, month, day, hour, minute, second, utc = ""] = found;
  const date = `${year}-${month}-${day}`;
  const local = hour === undefined ? `${date}T00:00:00` : `${date}T${hour}:${minute}:${second}`;
  const moment = new Date(`${local}Z`);
  // A 31st of February is read as a day of March.
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(local)) return "unreadable";
  return hour === undefined ? date : `${local}${utc}`;
}

type Days = Pick<Rule, "weekdays" | "monthDay" | "nth" | "weekStart">;

function readDays(
  every: Rule["every"],
  parts: ReadonlyMap<string, string>,
): { ok: true; value: Days } | { ok: false; refusal: RuleRefusal; facts?: RefusalFacts } {
  const weekStart = parts.get("WKST") ?? "MO";
  if (!isWeekday(weekStart)) return refused("rule_unreadable", { part: "WKST" });
  const monthDay = numberOf(parts, "BYMONTHDAY", { min: -31, max: 31 });
  if (monthDay === "unreadable") return refused("rule_unreadable", { part: "BYMONTHDAY" });
  if (monthDay !== null && parts.has("BYDAY")) return refused("rule_part", { part: "BYDAY" });

  const named = (parts.get("BYDAY")?.split(",") ?? []).map(readDay);
  if (named.some((day) => day === null)) return refused("rule_unreadable", { part: "BYDAY" });
  const days = named.filter((day) => day !== null);
  const none = { weekdays: [], monthDay, nth: null, weekStart };
  if (every === "week") {
    if (days.some(({ nth }) => nth !== null)) return refused("rule_part", { part: "BYDAY" });
    return granted({ ...none, weekdays: WEEKDAYS.filter((one) => days.some(({ weekday }) => weekday === one)) });
  }
  const [day, second] = days;
  const position = numberOf(parts, "BYSETPOS", { min: -5, max: 5 });
  if (position === "unreadable") return refused("rule_unreadable", { part: "BYSETPOS" });
  if (!day) return position === null ? granted(none) : refused("rule_part", { part: "BYSETPOS" });
  // Several weekdays of a month, or every Tuesday of it, no sentence says.
  const nth = day.nth ?? position;
  if (second || nth === null || (day.nth !== null && position !== null)) return refused("rule_part", { part: "BYDAY" });
  return granted({ ...none, nth: { nth, weekday: day.weekday } });
}

/** `TU`, `2TU`, `-1FR`. Null where it is none. */
function readDay(written: string): { nth: number | null; weekday: Weekday } | null {
  const [, nth, weekday = ""] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(written) ?? [];
  return isWeekday(weekday) ? { nth: nth === undefined ? null : Number(nth), weekday } : null;
}

const isWeekday = (text: string): text is Weekday => (WEEKDAYS as readonly string[]).includes(text);

/** Null where there is no such part. A zero is no number of days, weeks or months. */
function numberOf(
  parts: ReadonlyMap<string, string>,
  name: string,
  { min, max }: { min: number; max: number },
): number | null | "unreadable" {
  const written = parts.get(name);
  if (written === undefined) return null;
  const number = Number(written);
  return /^[+-]?\d+$/.test(written) && number !== 0 && number >= min && number <= max ? number : "unreadable";
}
