import { expect, it } from "vitest";
import { Pace } from "@/lib/worker/pace";

it("four pass at once, and never more than four in any second", () => {
  const pace = new Pace();
  const passed: number[] = [];
  for (let now = 0; passed.length < 12; now += pace.waitMs(now)) {
    if (pace.waitMs(now) > 0) continue;
    pace.pass(now);
    passed.push(now);
  }
  expect(passed).toEqual([0, 0, 0, 0, 1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000, 2_000]);
});

it("whoever leaves a place free waits once three have passed", () => {
  const pace = new Pace();
  for (const at of [0, 10, 20]) pace.pass(at);
  expect(pace.waitMs(100)).toBe(0);
  expect(pace.waitMs(100, 1)).toBe(900);
});
