import { describe, expect, it } from "vitest";
import { assignPlaces, planHall } from "@/components/room/roster/places";

describe("places in the hall", () => {
  it("who stays keeps their place while others come and go", () => {
    const first = assignPlaces(new Map(), ["ada", "ben", "cleo"], 10);
    const second = assignPlaces(first, ["cleo", "dev", "ada"], 10);
    expect(second).toEqual(
      new Map([
        ["cleo", 2],
        ["ada", 0],
        ["dev", 1],
      ]),
    );
  });

  it("nobody sits on another, and whoever finds no place is not drawn", () => {
    const seated = assignPlaces(new Map([["ada", 1]]), ["ada", "ben", "cleo", "dev"], 3);
    expect([...seated.values()].toSorted()).toEqual([0, 1, 2]);
    expect(seated.has("dev")).toBe(false);
  });

  it("a hall has as many places as the room, all within its picture", () => {
    for (const capacity of [1, 2, 50, 5_000]) {
      const { places, width, height } = planHall(capacity);
      expect(places).toHaveLength(capacity);
      expect(places.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true);
    }
  });
});
