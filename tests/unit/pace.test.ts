import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openPace } from "@/lib/worker/pace";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("four go through at once, and never more than four in any second", async () => {
  const pace = openPace();
  const passed: number[] = [];
  const going = (async () => {
    for (let count = 0; count < 12; count++) {
      await pace();
      passed.push(performance.now());
    }
  })();
  await vi.advanceTimersByTimeAsync(3_000);
  await going;
  const start = passed[0] ?? 0;
  expect(passed.map((time) => Math.round((time - start) / 1_000))).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
});
