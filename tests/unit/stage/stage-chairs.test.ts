import { describe, expect, it } from "vitest";
import { chairAt, columnsIn } from "@/components/room/stage/stage-chairs";

describe("chairs on a stage", () => {
  it("fill from the middle, row by row", () => {
    expect([0, 1, 2, 3, 4, 5].map((place) => chairAt(place, 5))).toEqual([
      { column: 3, row: 1 },
      { column: 4, row: 1 },
      { column: 2, row: 1 },
      { column: 5, row: 1 },
      { column: 1, row: 1 },
      { column: 3, row: 2 },
    ]);
  });

  it("nobody stands on another, nor outside of the stage", () => {
    for (const columns of [1, 3, 5, 7]) {
      const chairs = Array.from({ length: 40 }, (_, place) => chairAt(place, columns));
      expect(new Set(chairs.map(({ column, row }) => `${column} ${row}`)).size).toBe(40);
      expect(chairs.every(({ column }) => column >= 1 && column <= columns)).toBe(true);
    }
  });

  it("are an odd number side by side, one at least", () => {
    expect([10, 288, 358, 568, 824].map((width) => columnsIn(width, 70))).toEqual([1, 3, 5, 7, 11]);
  });
});
