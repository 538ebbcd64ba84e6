import { describe, expect, test } from "vitest";
import { arcRows } from "@/components/ui/seats/arc-geometry";
import { countOpenSeats, countRoom } from "@/lib/domain/rooms/room-counts";

const dots = (people: number, capacity: number, rows = 9): number =>
  arcRows(people, capacity, rows, 15, 17).reduce((sum, { taken }) => sum + taken, 0);

describe("the figures of a room agree", () => {
  test.each([
    ["a host alone", 1, 0, 1],
    ["a host and a listener", 1, 1, 2],
    ["a full stage and a hall", 12, 4_988, 5_000],
  ])("with %s", (_, onStage, listening, openSeats) => {
    const inRoom = countRoom({ onStage, listening, openSeats, isOverflow: false });
    expect(inRoom).toEqual({ taken: openSeats, onStage, listening, kept: 0 });
    expect(countOpenSeats(openSeats, onStage)).toEqual(inRoom);
  });

  test("also while the count of seats lags behind the stage", () => {
    for (const openSeats of [0, 1, 3]) {
      const { taken, onStage, listening } = countRoom({ onStage: 1, listening: 1, openSeats, isOverflow: false });
      expect(taken).toBe(onStage + listening);
    }
  });

  test("and a seat that is kept for somebody called up is said to be kept", () => {
    const counts = countRoom({ onStage: 0, listening: 3, openSeats: 4, isOverflow: true });
    expect(counts).toEqual({ taken: 4, onStage: 0, listening: 3, kept: 1 });
  });
});

describe("the dots of a hall", () => {
  test.each([0, 1, 2, 3, 7, 12])("are exactly %i for as many listeners, however large it is", (people) => {
    for (const capacity of [12, 100, 5_000, 100_000]) expect(dots(people, capacity)).toBeGreaterThanOrEqual(people);
    expect(dots(people, 5_000)).toBe(people);
    expect(dots(people, 5_000, 4)).toBe(people);
  });

  test("are all of them for a full hall, and never fewer for more people", () => {
    expect(dots(5_000, 5_000)).toBe(dots(100, 100));
    const grown = Array.from({ length: 200 }, (_, step) => dots(step * 25, 5_000));
    expect(grown).toEqual(grown.toSorted((one, other) => one - other));
  });
});
