import { expect, it } from "vitest";
import type { Rhythm } from "@/lib/domain/shows/rhythm";
import { splitAt } from "@/lib/server/shows/split-rhythm";

const SUNDAYS: Rhythm = {
  rule: "FREQ=WEEKLY;BYDAY=SU",
  zone: "Europe/Berlin",
  firstAt: "2026-12-06T21:00",
  minutes: 90,
  leftOut: ["2026-12-13", "2026-12-27"],
};
const THIRD = "2026-12-20T21:00";

it("the old one ends the day before, the new one begins there, and each keeps what is left out of it", () => {
  expect(splitAt(SUNDAYS, THIRD)).toEqual({
    before: { ...SUNDAYS, rule: "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261219", leftOut: ["2026-12-13"] },
    after: { ...SUNDAYS, firstAt: THIRD, leftOut: ["2026-12-27"] },
  });
});

it("an end stays with the new one", () => {
  const split = splitAt({ ...SUNDAYS, rule: `${SUNDAYS.rule};UNTIL=20270131T200000Z` }, THIRD);
  expect([split?.before?.rule, split?.after.rule]).toEqual([
    "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261219",
    "FREQ=WEEKLY;BYDAY=SU;UNTIL=20270131T200000Z",
  ]);
});

it("a count is shared between them, what is left out counted", () => {
  const split = splitAt({ ...SUNDAYS, rule: `${SUNDAYS.rule};COUNT=10` }, THIRD);
  expect([split?.before?.rule, split?.after.rule]).toEqual([
    "FREQ=WEEKLY;BYDAY=SU;COUNT=2",
    "FREQ=WEEKLY;BYDAY=SU;COUNT=8",
  ]);
});

it("at the first there is nothing before", () => {
  expect(splitAt(SUNDAYS, SUNDAYS.firstAt)).toEqual({ before: null, after: SUNDAYS });
  // The first time may be one that the rule does not name.
  expect(splitAt({ ...SUNDAYS, firstAt: "2026-12-01T21:00" }, SUNDAYS.firstAt)?.before).toBeNull();
});

it("at one that is left out it can be split, too", () => {
  expect(splitAt(SUNDAYS, "2026-12-27T21:00")?.after.leftOut).toEqual(["2026-12-27"]);
});

it.each([
  "2026-12-21T21:00",
  "2026-12-20T20:00",
  "2026-11-29T21:00",
  "2026-02-30T21:00",
  "2026-12-20",
  "9999-99-99T99:99",
  "../../etc/passwd",
  "",
])("is not split at what it does not name: %s", (key) => {
  expect(splitAt(SUNDAYS, key)).toBeNull();
});

it("is not split after its end", () => {
  expect(splitAt({ ...SUNDAYS, rule: `${SUNDAYS.rule};COUNT=2` }, THIRD)).toBeNull();
  expect(splitAt({ ...SUNDAYS, rule: `${SUNDAYS.rule};UNTIL=20261220T195959Z` }, THIRD)).toBeNull();
});
