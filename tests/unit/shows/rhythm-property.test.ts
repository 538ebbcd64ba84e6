import fc from "fast-check";
import rrule from "rrule";
import { expect, it, vi } from "vitest";
import { readRule } from "@/lib/domain/shows/read-rule";
import type { Occurrence, Rhythm } from "@/lib/domain/shows/rhythm";
import { WEEKDAYS, writeRule } from "@/lib/domain/shows/rule";
import { occurrences } from "@/lib/server/shows/occurrences";
import { splitAt } from "@/lib/server/shows/split-rhythm";

// Sixty rhythms of fifty years each are work, not waiting: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kolkata"];

/** Both parts of a rhythm are looked at for fifty years, which end on other days: what is later is not compared. */
const LAST = "2066";
const early = ({ key }: Occurrence): boolean => key < LAST;

const HOUR_MS = 3_600_000;
const EVER = new Date(0);

const CLOCKS = new Map(
  ZONES.map((zone) => [zone, new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })]),
);

/** How far a zone is ahead of UTC, as `Intl` says it. */
function aheadMs(at: number, zone: string): number {
  const shown = CLOCKS.get(zone)?.format(at) ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(shown) ?? [];
  return hours === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The second implementation of zones, as RFC 5545, 3.3.5 says it: the first of two, and by the offset before a gap. */
function momentOf(local: number, zone: string): Date {
  const before = aheadMs(local - 24 * HOUR_MS, zone);
  const after = aheadMs(local + 24 * HOUR_MS, zone);
  const moments = [before, after].map((ahead) => local - ahead).filter((at) => at + aheadMs(at, zone) === local);
  return new Date(moments.length > 0 ? Math.min(...moments) : local - before);
}

/** The second implementation of rules: the library `rrule`, which knows no zones. */
function secondly({ rule, zone, firstAt, leftOut }: Rhythm, years: number): Occurrence[] {
  const dtstart = new Date(`${firstAt}:00Z`);
  const end = new Date(dtstart);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  const { until, ...others } = rrule.RRule.parseString(rule);
  // A date as the end is the end of that day here, and its beginning there.
  const last = until && /UNTIL=\d{8}(?!T)/.test(rule) ? new Date(until.getTime() + 24 * HOUR_MS - 1) : until;
  return new rrule.RRule({ ...others, ...(last && { until: last }), dtstart })
    .between(dtstart, end, true)
    .map((local) => ({ key: local.toISOString().slice(0, 16), at: momentOf(local.getTime(), zone) }))
    .filter(({ key }) => !leftOut.includes(key.slice(0, 10)));
}

const weekday = fc.constantFrom(...WEEKDAYS);
const days = fc.uniqueArray(weekday, { minLength: 1 }).map((named) => `;BYDAY=${named.join(",")}`);
const monthDay = fc
  .oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -28, max: -1 }))
  .map((day) => `;BYMONTHDAY=${day}`);
const nth = fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), weekday).map(([place, day]) => `;BYDAY=${place}${day}`);
const month = fc.integer({ min: 1, max: 12 }).map((number) => `;BYMONTH=${number}`);
const weekStart = fc.constantFrom("", ...WEEKDAYS.map((day) => `;WKST=${day}`));

const pattern = fc.oneof(
  fc.constant("FREQ=DAILY"),
  fc.tuple(fc.constant("FREQ=WEEKLY"), fc.oneof(fc.constant(""), days), weekStart).map((parts) => parts.join("")),
  fc.tuple(fc.constant("FREQ=MONTHLY"), fc.oneof(fc.constant(""), monthDay, nth)).map((parts) => parts.join("")),
  fc.tuple(fc.constant("FREQ=YEARLY"), month, fc.oneof(monthDay, nth)).map((parts) => parts.join("")),
  fc.constant("FREQ=YEARLY"),
);
const interval = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 2, max: 6 }).map((number) => `;INTERVAL=${number}`),
);
const end = fc.oneof(
  fc.constant(""),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  fc.integer({ min: 20_270_101, max: 20_270_128 }).map((date) => `;UNTIL=${date}`),
  fc.integer({ min: 20_280_601, max: 20_280_628 }).map((date) => `;UNTIL=${date}T120000`),
);

const date = fc
  .integer({ min: 0, max: 800 })
  .map((day) => new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10));

const rhythm: fc.Arbitrary<Rhythm> = fc
  .record({
    rule: fc.tuple(pattern, interval, end).map((parts) => parts.join("")),
    zone: fc.constantFrom(...ZONES),
    // The hours in which clocks are moved come often.
    firstAt: fc
      .tuple(
        date,
        fc.constantFrom("00:30", "01:30", "01:45", "02:00", "02:15", "02:30", "03:00", "12:00", "21:00", "23:59"),
      )
      .map((parts) => parts.join("T")),
    minutes: fc.constant(60),
    leftOut: fc.uniqueArray(date, { maxLength: 60 }),
  })
  .filter(({ rule }) => readRule(rule).ok);

const RUNS = { numRuns: 60 };
const YEARS = 2;

it("names the same times as a second implementation", () => {
  let compared = 0;
  fc.assert(
    fc.property(rhythm, (given) => {
      const expected = secondly(given, YEARS);
      const found = occurrences(given, { after: EVER, count: expected.length });
      expect(found).toEqual(expected);
      compared += found.length;
    }),
    RUNS,
  );
  expect(compared).toBeGreaterThan(RUNS.numRuns);
});

it("names the same times from wherever it is asked", () => {
  fc.assert(
    fc.property(rhythm, fc.nat({ max: 30 }), (given, place) => {
      const all = occurrences(given, { after: EVER, count: 40 }).filter(early);
      const after = all[place];
      if (after)
        expect(occurrences(given, { after: after.at, count: 39 - place }).filter(early)).toEqual(all.slice(place + 1));
    }),
    RUNS,
  );
});

it("split in two, names what it named before", () => {
  fc.assert(
    fc.property(rhythm, fc.nat({ max: 20 }), (given, place) => {
      const all = occurrences(given, { after: EVER, count: 60 }).filter(early);
      const key = all[Math.min(place, all.length - 1)]?.key;
      if (key === undefined) return;
      const split = splitAt(given, key);
      expect(split).not.toBeNull();
      if (!split) return;
      const before = split.before ? occurrences(split.before, { after: EVER, count: 60 }) : [];
      const after = occurrences(split.after, { after: EVER, count: 60 });
      expect([...before, ...after].filter(early).slice(0, 60)).toEqual(all);
      expect(after[0]?.key).toBe(key);
      expect(split.before === null || before.every((one) => one.key < key)).toBe(true);
    }),
    RUNS,
  );
});

it("a rule that is read and written is the same rule", () => {
  fc.assert(
    fc.property(rhythm, (given) => {
      const read = readRule(given.rule);
      if (!read.ok) throw new Error(read.refusal);
      expect(readRule(writeRule(read.value))).toEqual(read);
    }),
    RUNS,
  );
});

it("no text makes the reader throw, and what it takes it takes again as it wrote it", () => {
  const bits = fc.constantFrom(
    "FREQ=DAILY",
    "FREQ=MONTHLY",
    "BYDAY=",
    "BYSETPOS=",
    "1",
    "-",
    "TU",
    "UNTIL=",
    "20261231",
    "\0",
    ",",
    ";",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(bits, { maxLength: 12 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (written) => {
      const read = readRule(written);
      if (read.ok) expect(readRule(writeRule(read.value))).toEqual(read);
    }),
    RUNS,
  );
});
