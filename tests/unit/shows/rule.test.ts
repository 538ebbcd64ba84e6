import { describe, expect, it } from "vitest";
import { readRule } from "@/lib/domain/shows/read-rule";
import { partsOf } from "@/lib/domain/shows/rhythm";
import { type Rule, writeRule } from "@/lib/domain/shows/rule";
import { rhythmInput } from "@/lib/wire/shows/rhythm";

/** What is read, and written again in one way. */
it.each([
  ["FREQ=DAILY", "FREQ=DAILY"],
  ["interval=1;freq=daily", "FREQ=DAILY"],
  ["FREQ=WEEKLY;BYDAY=SU,MO,SU", "FREQ=WEEKLY;BYDAY=MO,SU"],
  ["FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=-1"],
  ["FREQ=MONTHLY;BYDAY=+2TU", "FREQ=MONTHLY;BYDAY=2TU"],
  ["FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=-1FR"],
  ["FREQ=YEARLY", "FREQ=YEARLY"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"],
  ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"],
  ["FREQ=DAILY;COUNT=1000;INTERVAL=99", "FREQ=DAILY;INTERVAL=99;COUNT=1000"],
  ["FREQ=DAILY;UNTIL=20261231", "FREQ=DAILY;UNTIL=20261231"],
  ["FREQ=DAILY;UNTIL=20261231T235959", "FREQ=DAILY;UNTIL=20261231T235959"],
  ["FREQ=DAILY;UNTIL=20261231T235959Z", "FREQ=DAILY;UNTIL=20261231T235959Z"],
])("takes %s", (text, written) => {
  expect(writeRule(read(text))).toBe(written);
  expect(writeRule(read(written))).toBe(written);
});

it.each([
  ["FREQ=SECONDLY", "rule_too_often", undefined],
  ["FREQ=MINUTELY;INTERVAL=99", "rule_too_often", undefined],
  ["FREQ=HOURLY", "rule_too_often", undefined],
  ["FREQ=DAILY;INTERVAL=100", "rule_interval", { max: 99 }],
  [`FREQ=DAILY;INTERVAL=${"9".repeat(150)}`, "rule_interval", { max: 99 }],
  ["FREQ=DAILY;COUNT=1001", "rule_count", { max: 1_000 }],
  ["FREQ=DAILY;INTERVAL=0", "rule_unreadable", { part: "INTERVAL" }],
  ["FREQ=DAILY;INTERVAL=-1", "rule_unreadable", { part: "INTERVAL" }],
  ["FREQ=DAILY;INTERVAL=1E9", "rule_unreadable", { part: "INTERVAL" }],
  ["FREQ=DAILY;COUNT=0", "rule_unreadable", { part: "COUNT" }],
  ["FREQ=DAILY;COUNT=3;UNTIL=20261231", "rule_unreadable", { part: "UNTIL" }],
  ["FREQ=DAILY;UNTIL=20260231", "rule_unreadable", { part: "UNTIL" }],
  ["FREQ=DAILY;UNTIL=20261231T250000", "rule_unreadable", { part: "UNTIL" }],
  ["FREQ=DAILY;UNTIL=20261231T235960", "rule_unreadable", { part: "UNTIL" }],
  ["FREQ=DAILY;UNTIL=TOMORROW", "rule_unreadable", { part: "UNTIL" }],
  ["FREQ=FORTNIGHTLY", "rule_unreadable", { part: "FREQ" }],
  ["FREQ=CONSTRUCTOR", "rule_unreadable", { part: "FREQ" }],
  ["BYDAY=SU", "rule_unreadable", { part: "FREQ" }],
  ["FREQ=DAILY;FREQ=WEEKLY", "rule_unreadable", undefined],
  ["FREQ=DAILY;", "rule_unreadable", undefined],
  ["RRULE:FREQ=DAILY", "rule_unreadable", undefined],
  ["FREQ=DAILY\r\nDTSTART:19970902T090000", "rule_unreadable", undefined],
  ["FREQ=DAILY;COUNT=١٠", "rule_unreadable", undefined],
  ["", "rule_unreadable", undefined],
  ["FREQ=DAILY;BYHOUR=1", "rule_part", { part: "BYHOUR" }],
  ["FREQ=DAILY;__PROTO__=1", "rule_unreadable", undefined],
  ["FREQ=DAILY;BYDAY=SU", "rule_part", { part: "BYDAY" }],
  ["FREQ=WEEKLY;BYDAY=1SU", "rule_part", { part: "BYDAY" }],
  ["FREQ=WEEKLY;BYDAY=XX", "rule_unreadable", { part: "BYDAY" }],
  ["FREQ=WEEKLY;BYDAY=SU;WKST=XX", "rule_unreadable", { part: "WKST" }],
  ["FREQ=WEEKLY;BYDAY=SU;BYSETPOS=1", "rule_part", { part: "BYSETPOS" }],
  ["FREQ=MONTHLY;BYSETPOS=1", "rule_part", { part: "BYSETPOS" }],
  ["FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=1", "rule_part", { part: "BYSETPOS" }],
  ["FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "rule_part", { part: "BYDAY" }],
  ["FREQ=MONTHLY;BYDAY=TU;BYSETPOS=366", "rule_unreadable", { part: "BYSETPOS" }],
  ["FREQ=MONTHLY;BYDAY=2TU;BYSETPOS=2", "rule_part", { part: "BYDAY" }],
  ["FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,2,3", "rule_part", { part: "BYSETPOS" }],
  ["FREQ=MONTHLY;BYDAY=TU", "rule_part", { part: "BYDAY" }],
  ["FREQ=MONTHLY;BYDAY=6TU", "rule_unreadable", { part: "BYDAY" }],
  ["FREQ=MONTHLY;BYMONTHDAY=0", "rule_unreadable", { part: "BYMONTHDAY" }],
  ["FREQ=MONTHLY;BYMONTHDAY=32", "rule_unreadable", { part: "BYMONTHDAY" }],
  ["FREQ=MONTHLY;BYMONTHDAY=15,30", "rule_part", { part: "BYMONTHDAY" }],
  ["FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=1FR", "rule_part", { part: "BYDAY" }],
  ["FREQ=MONTHLY;BYMONTH=1", "rule_part", { part: "BYMONTH" }],
  ["FREQ=YEARLY;BYMONTHDAY=1", "rule_part", { part: "BYMONTHDAY" }],
  ["FREQ=YEARLY;BYDAY=20MO", "rule_unreadable", { part: "BYDAY" }],
  ["FREQ=YEARLY;BYDAY=2MO", "rule_part", { part: "BYDAY" }],
  ["FREQ=YEARLY;BYMONTH=13", "rule_unreadable", { part: "BYMONTH" }],
  ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "rule_part", { part: "BYWEEKNO" }],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule_never", undefined],
  ["FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-31", "rule_never", undefined],
])("refuses %s", (text, refusal, facts) => {
  expect(readRule(text)).toEqual({ ok: false, refusal, ...(facts && { facts }) });
});

it("refuses a hundred kilobytes without reading them", () => {
  const began = performance.now();
  expect(readRule(`FREQ=WEEKLY;BYDAY=${"SU,".repeat(33_000)}SU`)).toEqual({
    ok: false,
    refusal: "rule_too_long",
    facts: { max: 200 },
  });
  expect(performance.now() - began).toBeLessThan(50);
});

describe("the parts of a rhythm", () => {
  const sunday = { zone: "Europe/Berlin", firstAt: "2026-12-06T21:00" };
  const parts = {
    interval: 1,
    weekdays: [],
    monthDay: null,
    nth: null,
    month: null,
    time: "21:00",
    zone: "Europe/Berlin",
    until: null,
    count: null,
  };

  it.each([
    ["FREQ=DAILY", { every: "day" }],
    ["FREQ=WEEKLY;INTERVAL=2", { every: "week", interval: 2, weekdays: ["SU"] }],
    ["FREQ=WEEKLY;BYDAY=FR,MO", { every: "week", weekdays: ["MO", "FR"] }],
    ["FREQ=MONTHLY", { every: "month", monthDay: 6 }],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", { every: "month", monthDay: -1 }],
    ["FREQ=MONTHLY;BYDAY=2TU", { every: "month", nth: { nth: 2, weekday: "TU" } }],
    ["FREQ=YEARLY", { every: "year", month: 12, monthDay: 6 }],
    ["FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR", { every: "year", month: 3, nth: { nth: -1, weekday: "FR" } }],
    ["FREQ=DAILY;COUNT=5", { every: "day", count: 5 }],
    ["FREQ=DAILY;UNTIL=20261231", { every: "day", until: "2026-12-31" }],
    ["FREQ=DAILY;UNTIL=20261231T230000Z", { every: "day", until: "2027-01-01" }],
  ])("%s", (text, said) => {
    expect(partsOf(sunday, read(text))).toEqual({ ...parts, ...said });
  });
});

describe("a rhythm as somebody gives it", () => {
  const given = { rule: "freq=weekly;byday=su", zone: "Europe/Berlin", firstAt: "2026-12-06T21:00", minutes: 90 };

  it("is read with its rule written in one way", () => {
    expect(rhythmInput.parse(given)).toEqual({ ...given, rule: "FREQ=WEEKLY;BYDAY=SU", leftOut: [] });
  });

  it.each([
    ["zone", "../etc"],
    ["zone", "+02:00"],
    ["zone", "Mars/Olympus"],
    ["zone", ""],
    ["firstAt", "2026-12-06T24:00"],
    ["firstAt", "2026-02-30T21:00"],
    ["firstAt", "2026-12-06T21:00Z"],
    ["firstAt", "0001-12-06T21:00"],
    ["firstAt", "2200-01-01T21:00"],
    ["minutes", 4],
    ["minutes", 721],
    ["leftOut", ["2026-02-30"]],
    ["leftOut", Array(151).fill("2026-12-13")],
    ["rule", "FREQ=SECONDLY"],
  ])("is refused with %s %s", (field, value) => {
    const result = rhythmInput.safeParse({ ...given, [field]: value });
    expect(result.error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it("names the reason for which its rule is not taken", () => {
    const issues = rhythmInput.safeParse({ ...given, rule: "FREQ=DAILY;INTERVAL=100" }).error?.issues;
    expect(issues).toMatchObject([{ path: ["rule"], message: "rule_interval", params: { max: 99 } }]);
  });
});

function read(text: string): Rule {
  const ruling = readRule(text);
  if (!ruling.ok) throw new Error(`${text} is refused: ${ruling.refusal}`);
  return ruling.value;
}
