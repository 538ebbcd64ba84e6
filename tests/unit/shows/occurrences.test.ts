import { expect, it } from "vitest";
import type { Rhythm } from "@/lib/domain/shows/rhythm";
import { occurrences } from "@/lib/server/shows/occurrences";

const NEW_YORK: Rhythm = { rule: "", zone: "America/New_York", firstAt: "1997-09-02T09:00", minutes: 60, leftOut: [] };

const keysOf = (rhythm: Rhythm, count = 1_000): string[] =>
  occurrences(rhythm, { after: new Date(0), count }).map(({ key }) => key);

const datesOf = (rhythm: Rhythm, count?: number): string =>
  keysOf(rhythm, count)
    .map((key) => key.slice(2, 10))
    .join(" ");

/** The examples of RFC 5545, 3.8.5.3, with the dates that it prints: the rule, the first, all. */
it.each([
  [
    "FREQ=DAILY;COUNT=10",
    "97-09-02",
    "97-09-02 97-09-03 97-09-04 97-09-05 97-09-06 97-09-07 97-09-08 97-09-09 97-09-10 97-09-11",
  ],
  ["FREQ=DAILY;INTERVAL=10;COUNT=5", "97-09-02", "97-09-02 97-09-12 97-09-22 97-10-02 97-10-12"],
  [
    "FREQ=WEEKLY;COUNT=10",
    "97-09-02",
    "97-09-02 97-09-09 97-09-16 97-09-23 97-09-30 97-10-07 97-10-14 97-10-21 97-10-28 97-11-04",
  ],
  [
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    "97-09-02",
    "97-09-02 97-09-04 97-09-09 97-09-11 97-09-16 97-09-18 97-09-23 97-09-25 97-09-30 97-10-02",
  ],
  [
    "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
    "97-09-02",
    "97-09-02 97-09-04 97-09-09 97-09-11 97-09-16 97-09-18 97-09-23 97-09-25 97-09-30 97-10-02",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    "97-09-01",
    "97-09-01 97-09-03 97-09-05 97-09-15 97-09-17 97-09-19 97-09-29 97-10-01 97-10-03 97-10-13 97-10-15 97-10-17 97-10-27 97-10-29 97-10-31 97-11-10 97-11-12 97-11-14 97-11-24 97-11-26 97-11-28 97-12-08 97-12-10 97-12-12 97-12-22",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    "97-09-02",
    "97-09-02 97-09-04 97-09-16 97-09-18 97-09-30 97-10-02 97-10-14 97-10-16",
  ],
  [
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "97-09-05",
    "97-09-05 97-10-03 97-11-07 97-12-05 98-01-02 98-02-06 98-03-06 98-04-03 98-05-01 98-06-05",
  ],
  ["FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "97-09-05", "97-09-05 97-10-03 97-11-07 97-12-05"],
  ["FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "97-09-22", "97-09-22 97-10-20 97-11-17 97-12-22 98-01-19 98-02-16"],
  ["FREQ=MONTHLY;COUNT=6;BYMONTHDAY=-3", "97-09-28", "97-09-28 97-10-29 97-11-28 97-12-29 98-01-29 98-02-26"],
  ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "97-08-05", "97-08-05 97-08-10 97-08-19 97-08-24"],
  ["FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "97-08-05", "97-08-05 97-08-17 97-08-19 97-08-31"],
])("RFC 5545: %s", (rule, first, dates) => {
  expect(datesOf({ ...NEW_YORK, rule, firstAt: `19${first}T09:00` })).toBe(dates);
});

it("RFC 5545: daily until Christmas, at nine before and after the clocks are set back", () => {
  const found = occurrences(
    { ...NEW_YORK, rule: "FREQ=DAILY;UNTIL=19971224T000000Z" },
    { after: new Date(0), count: 200 },
  );
  expect(found).toHaveLength(113);
  expect(found.at(-1)?.key).toBe("1997-12-23T09:00");
  const at = new Map(found.map((one) => [one.key, one.at.toISOString()]));
  expect(at.get("1997-10-25T09:00")).toBe("1997-10-25T13:00:00.000Z");
  expect(at.get("1997-10-26T09:00")).toBe("1997-10-26T14:00:00.000Z");
});

/** Around each change of the clocks, what a daily show at that local time is: key, and the moment in UTC. */
it.each([
  [
    "Europe/Berlin",
    "a time that is left out is an hour later",
    "2027-03-27T02:30",
    ["2027-03-27T01:30Z", "2027-03-28T01:30Z", "2027-03-29T00:30Z"],
  ],
  [
    "Europe/Berlin",
    "a time that comes twice is the first",
    "2027-10-30T02:30",
    ["2027-10-30T00:30Z", "2027-10-31T00:30Z", "2027-11-01T01:30Z"],
  ],
  [
    "America/New_York",
    "a time that is left out is an hour later",
    "2027-03-13T02:30",
    ["2027-03-13T07:30Z", "2027-03-14T07:30Z", "2027-03-15T06:30Z"],
  ],
  [
    "America/New_York",
    "a time that comes twice is the first",
    "2027-11-06T01:30",
    ["2027-11-06T05:30Z", "2027-11-07T05:30Z", "2027-11-08T06:30Z"],
  ],
  [
    "Australia/Sydney",
    "a time that is left out is an hour later",
    "2027-10-02T02:30",
    ["2027-10-01T16:30Z", "2027-10-02T16:30Z", "2027-10-03T15:30Z"],
  ],
  [
    "Australia/Sydney",
    "a time that comes twice is the first",
    "2027-04-03T02:30",
    ["2027-04-02T15:30Z", "2027-04-03T15:30Z", "2027-04-04T16:30Z"],
  ],
  [
    "Australia/Lord_Howe",
    "a time that is left out is half an hour later",
    "2027-10-02T02:15",
    ["2027-10-01T15:45Z", "2027-10-02T15:45Z", "2027-10-03T15:15Z"],
  ],
  [
    "Australia/Lord_Howe",
    "a time that comes twice is the first",
    "2027-04-03T01:45",
    ["2027-04-02T14:45Z", "2027-04-03T14:45Z", "2027-04-04T15:15Z"],
  ],
  [
    "Asia/Kolkata",
    "no clock is moved",
    "2027-03-27T02:30",
    ["2027-03-26T21:00Z", "2027-03-27T21:00Z", "2027-03-28T21:00Z"],
  ],
])("%s: %s", (zone, _, firstAt, moments) => {
  const found = occurrences(
    { rule: "FREQ=DAILY", zone, firstAt, minutes: 60, leftOut: [] },
    { after: new Date(0), count: 3 },
  );
  expect(found.map(({ at }) => at.toISOString())).toEqual(moments.map((moment) => moment.replace("Z", ":00.000Z")));
  expect(found.map(({ key }) => key.slice(11))).toEqual(Array(3).fill(firstAt.slice(11)));
});

const SUNDAYS: Rhythm = {
  rule: "FREQ=WEEKLY;BYDAY=SU",
  zone: "Europe/Berlin",
  firstAt: "2026-12-06T21:00",
  minutes: 90,
  leftOut: [],
};

it("begins with the first that the rule names, which the first time may be before", () => {
  expect(keysOf({ ...SUNDAYS, firstAt: "2026-12-02T21:00" }, 2)).toEqual(["2026-12-06T21:00", "2026-12-13T21:00"]);
  expect(keysOf({ ...SUNDAYS, firstAt: "2026-12-02T21:00", rule: `${SUNDAYS.rule};COUNT=1` })).toEqual([
    "2026-12-06T21:00",
  ]);
});

it("names what is later than asked, and not what begins at that very moment", () => {
  const after = new Date("2026-12-13T20:00Z");
  expect(occurrences(SUNDAYS, { after, count: 1 })).toEqual([
    { key: "2026-12-20T21:00", at: new Date("2026-12-20T20:00Z") },
  ]);
  expect(occurrences(SUNDAYS, { after: new Date(after.getTime() - 1), count: 1 })[0]?.key).toBe("2026-12-13T21:00");
});

it("leaves out dates, or keys, and a count counts them", () => {
  const leftOut = ["2026-12-13", "2026-12-14", "2026-12-27T21:00"];
  expect(datesOf({ ...SUNDAYS, leftOut }, 3)).toBe("26-12-06 26-12-20 27-01-03");
  expect(datesOf({ ...SUNDAYS, rule: `${SUNDAYS.rule};COUNT=4`, leftOut })).toBe("26-12-06 26-12-20");
});

it.each([
  ["a local date, that day included", "20261220", 3],
  ["the day before", "20261219", 2],
  ["a local time, that one included", "20261220T210000", 3],
  ["a second before", "20261220T205959", 2],
  ["a moment in UTC, that one included", "20261220T200000Z", 3],
  ["a second before that", "20261220T195959Z", 2],
])("ends at %s", (_, until, count) => {
  expect(keysOf({ ...SUNDAYS, rule: `${SUNDAYS.rule};UNTIL=${until}` })).toHaveLength(count);
});

it("skips months without the day, and knows the last day and the last Friday", () => {
  const monthly = (part: string) =>
    datesOf({ ...SUNDAYS, firstAt: "2027-01-01T21:00", rule: `FREQ=MONTHLY;${part}` }, 4);
  expect(monthly("BYMONTHDAY=31")).toBe("27-01-31 27-03-31 27-05-31 27-07-31");
  expect(monthly("BYMONTHDAY=-1")).toBe("27-01-31 27-02-28 27-03-31 27-04-30");
  expect(monthly("BYDAY=-1FR")).toBe("27-01-29 27-02-26 27-03-26 27-04-30");
  expect(monthly("BYDAY=5MO")).toBe("27-03-29 27-05-31 27-08-30 27-11-29");
  expect(datesOf({ ...SUNDAYS, firstAt: "2028-02-29T21:00", rule: "FREQ=YEARLY" }, 3)).toBe(
    "28-02-29 32-02-29 36-02-29",
  );
});

it.each([
  ["names no day at all", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", "2026-02-01T21:00"],
  ["counts days that there are none of", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;COUNT=1000", "2026-02-01T21:00"],
  ["is over before it begins", "FREQ=DAILY;UNTIL=20200101", "2026-02-01T21:00"],
])("a rule that %s is soon through", (_, rule, firstAt) => {
  const began = performance.now();
  expect(keysOf({ ...SUNDAYS, rule, firstAt })).toEqual([]);
  expect(performance.now() - began).toBeLessThan(500);
});

it("asked for much, long after it began, answers soon", () => {
  const began = performance.now();
  const daily = { ...SUNDAYS, rule: "FREQ=DAILY", firstAt: "2000-01-01T21:00" };
  const found = occurrences(daily, { after: new Date("2150-01-01T00:00Z"), count: Number.POSITIVE_INFINITY });
  expect(found).toHaveLength(1_000);
  expect(found[0]?.key).toBe("2150-01-01T21:00");
  expect(performance.now() - began).toBeLessThan(1_000);
});

it.each(["FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "", "FREQ=WEEKLY;BYSETPOS=1"])(
  "a rule that nobody took is a fault: %s",
  (rule) => {
    expect(() => keysOf({ ...SUNDAYS, rule })).toThrow("No rhythm has the rule");
  },
);

it("a zone that this machine does not know is a fault", () => {
  expect(() => keysOf({ ...SUNDAYS, zone: "../etc" })).toThrow(RangeError);
});
