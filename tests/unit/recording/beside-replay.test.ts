import { describe, expect, it } from "vitest";
import { lineOfMoment } from "@/lib/domain/recording/line-of-moment";
import { stageStays } from "@/lib/domain/recording/stage-stays";

describe("who was on the stage during a recording", () => {
  const came = (personId: string, atMs: number) => ({ personId, on: true, atMs });
  const left = (personId: string, atMs: number) => ({ personId, on: false, atMs });

  it("is who was there when it began, and who came and went, in their order", () => {
    const steps = [
      came("ada", -9_000),
      came("ben", -5_000),
      left("ben", -1_000),
      came("cleo", 2_000),
      left("cleo", 4_000),
    ];
    expect(stageStays([...steps, came("ben", 3_000)], 10_000)).toEqual([
      { personId: "ada", fromMs: 0, toMs: 10_000 },
      { personId: "cleo", fromMs: 2_000, toMs: 4_000 },
      { personId: "ben", fromMs: 3_000, toMs: 10_000 },
    ]);
  });

  it("is nobody who left before it or came after it, and takes a step that was told twice as one", () => {
    const steps = [came("ada", -9_000), left("ada", 0), came("ben", 1_000), came("ben", 2_000), left("ben", 3_000)];
    expect(stageStays([...steps, left("ben", 4_000), left("gil", 5_000), came("dev", 10_000)], 10_000)).toEqual([
      { personId: "ben", fromMs: 1_000, toMs: 3_000 },
    ]);
  });
});

it("the line of a moment is the last that was not later", () => {
  const lines = [{ atMs: 100 }, { atMs: 300 }, { atMs: 290 }, { atMs: 900 }];
  expect([0, 100, 299, 300, 899, 5_000].map((ms) => lineOfMoment(lines, ms))).toEqual([-1, 0, 2, 2, 2, 3]);
  expect(lineOfMoment([], 100)).toBe(-1);
});
