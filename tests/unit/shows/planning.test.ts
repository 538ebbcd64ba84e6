import { describe, expect, it } from "vitest";
import { eveningOf } from "@/lib/domain/shows/evening";
import { moveRule } from "@/lib/domain/shows/move-rule";
import { readRule } from "@/lib/domain/shows/read-rule";
import { refit, refitInOrder } from "@/lib/domain/shows/refit";
import { isReservedSlug, SHOW_SLUG } from "@/lib/domain/shows/show-slug";

describe("an address of a show", () => {
  it("is of small letters, digits and marks between, and none of the house's", () => {
    for (const slug of ["night-trains", "ab", "a1_b2", "2020"]) expect(SHOW_SLUG.test(slug)).toBe(true);
    for (const slug of ["a", "-a", "a-", "A-b", "a b", "ä-b", "a".repeat(41)]) expect(SHOW_SLUG.test(slug)).toBe(false);
    for (const slug of ["new", "plenum", "pl-en-um", "support"]) expect(isReservedSlug(slug)).toBe(true);
    expect(isReservedSlug("night-trains")).toBe(false);
  });
});

describe("another rhythm", () => {
  const at = (...days: number[]) => days.map((day) => `2026-12-${String(day).padStart(2, "0")}T21:00`);

  it("leaves what both name, and moves the others to the nearest that is free", () => {
    expect(refit(at(6, 13, 20), at(6, 20))).toEqual({
      pairs: [
        { from: at(6)[0], to: at(6)[0] },
        { from: at(20)[0], to: at(20)[0] },
      ],
      gone: at(13),
    });
    // A Sunday becomes the Thursday before.
    expect(refit(at(6, 13), at(3, 10, 17)).pairs).toEqual([
      { from: at(6)[0], to: at(3)[0] },
      { from: at(13)[0], to: at(10)[0] },
    ]);
    expect(refit(at(6), [])).toEqual({ pairs: [], gone: at(6) });
  });

  it("never lets two be one, nor overtake each other", () => {
    expect(refit(at(1, 2, 3, 4), at(3, 5, 6))).toEqual({
      pairs: [
        { from: at(3)[0], to: at(3)[0] },
        { from: at(2)[0], to: at(5)[0] },
        { from: at(4)[0], to: at(6)[0] },
      ],
      gone: at(1),
    });
  });

  it("moves all alike in their order", () => {
    expect(refitInOrder(at(6, 13, 20), at(13, 20))).toEqual({
      pairs: [
        { from: at(6)[0], to: at(13)[0] },
        { from: at(13)[0], to: at(20)[0] },
      ],
      gone: at(20),
    });
  });
});

describe("a rhythm that is moved", () => {
  const moved = (rule: string, from: string, to: string, leftOut: string[] = []) => {
    const read = readRule(rule);
    if (!read.ok) throw new Error(read.refusal);
    return moveRule({ rule, zone: "UTC", firstAt: from, minutes: 60, leftOut }, read.value, to);
  };

  it.each([
    ["an hour alone", "FREQ=WEEKLY;BYDAY=SU", "2026-12-06T21:00", "2026-12-06T20:00", "FREQ=WEEKLY;BYDAY=SU"],
    ["a weekday", "FREQ=WEEKLY;BYDAY=SU", "2026-12-06T21:00", "2026-12-07T21:00", "FREQ=WEEKLY;BYDAY=MO"],
    ["one of two", "FREQ=WEEKLY;BYDAY=WE,SU", "2026-12-06T21:00", "2026-12-07T21:00", "FREQ=WEEKLY;BYDAY=MO,WE"],
    ["the second Tuesday", "FREQ=MONTHLY;BYDAY=2TU", "2026-12-08T21:00", "2026-12-16T21:00", "FREQ=MONTHLY;BYDAY=3WE"],
    ["the last Friday", "FREQ=MONTHLY;BYDAY=-1FR", "2026-12-25T21:00", "2026-12-31T21:00", "FREQ=MONTHLY;BYDAY=-1TH"],
    ["a fifth one", "FREQ=MONTHLY;BYDAY=1TU", "2026-12-01T21:00", "2026-12-29T21:00", "FREQ=MONTHLY;BYDAY=-1TU"],
    ["a date", "FREQ=MONTHLY;BYMONTHDAY=6", "2026-12-06T21:00", "2026-12-09T21:00", "FREQ=MONTHLY;BYMONTHDAY=9"],
    ["every day", "FREQ=DAILY", "2026-12-06T21:00", "2026-12-09T21:00", "FREQ=DAILY"],
  ])("is of %s", (_, rule, from, to, expected) => {
    expect(moved(rule, from, to)).toMatchObject({ rule: expected, firstAt: to });
  });

  it("takes what is left out with it", () => {
    expect(moved("FREQ=DAILY", "2026-12-06T21:00", "2026-12-09T21:00", ["2026-12-31"]).leftOut).toEqual(["2027-01-03"]);
  });
});

describe("an evening", () => {
  const now = new Date("2026-12-06T12:00Z");
  it.each([
    ["today", "2026-12-06T20:00Z", "UTC"],
    ["today", "2026-12-07T02:00Z", "UTC"],
    ["week", "2026-12-07T05:00Z", "UTC"],
    ["week", "2026-12-12T20:00Z", "UTC"],
    ["later", "2026-12-13T20:00Z", "UTC"],
    ["today", "2026-12-06T10:00Z", "UTC"],
    // By the clocks of Auckland it is the next day already.
    ["week", "2026-12-07T20:00Z", "Pacific/Auckland"],
    ["today", "2026-12-06T10:59Z", "Pacific/Auckland"],
  ])("is %s for %s in %s", (evening, at, zone) => {
    expect(eveningOf(new Date(at), now, zone)).toBe(evening);
  });
});
