import { describe, expect, it } from "vitest";
import { addedUp, peopleAtOnce, stretchesOf } from "@/lib/domain/figures/stretches";

const FROM = new Date("2026-12-06T20:00:00Z");
const later = (seconds: number): Date => new Date(FROM.getTime() + seconds * 1_000);

describe("the stretches of a time", () => {
  it.each([
    ["a second", 1, 1_000, 1],
    ["two minutes", 120, 1_000, 120],
    ["just more than two minutes", 121, 2_000, 61],
    ["an hour", 3_600, 30_000, 120],
    ["a week", 604_800, 5_040_000, 120],
  ])("of %s are whole seconds, and 120 at most", (_, seconds, stepMs, count) => {
    expect(stretchesOf(FROM, later(seconds))).toMatchObject({ stepMs, count });
  });

  it("are one where there is no time at all", () => {
    expect(stretchesOf(FROM, FROM)).toMatchObject({ stepMs: 1_000, count: 1 });
  });
});

describe("people at once", () => {
  const stretches = { from: FROM, to: later(50), stepMs: 10_000, count: 5 };

  it("stay until somebody goes, and count in the stretch in which they go", () => {
    const changed = [
      { index: 1, most: 3, last: 2 },
      { index: 3, most: 1, last: 0 },
    ];
    expect(peopleAtOnce(stretches, changed)).toEqual([
      { at: later(0), people: 0 },
      { at: later(10), people: 3 },
      { at: later(20), people: 2 },
      { at: later(30), people: 2 },
      { at: later(40), people: 0 },
      { at: later(50), people: 0 },
    ]);
  });

  it("are nobody where nobody came", () => {
    expect(peopleAtOnce(stretches, []).every(({ people }) => people === 0)).toBe(true);
  });
});

it("what is added is added up from none, and ends when the time does", () => {
  const stretches = { from: FROM, to: later(25), stepMs: 10_000, count: 3 };
  const added = [
    { index: 0, members: 2, mails: 0 },
    { index: 2, members: 1, mails: 4 },
  ];
  expect(addedUp(stretches, added, ["members", "mails"])).toEqual([
    { at: later(0), members: 0, mails: 0 },
    { at: later(10), members: 2, mails: 0 },
    { at: later(20), members: 2, mails: 0 },
    { at: later(25), members: 3, mails: 4 },
  ]);
});
