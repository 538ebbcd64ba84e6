import { expect, it } from "vitest";
import { readDelayMs, retryDelayMs } from "@/lib/client/browser/retry-delay";
import { mayPass, pauseMs } from "@/lib/client/room/obstacles";
import { loudness } from "@/lib/client/sound/loudness";

it("the first try to come back waits less than half a second, later ones longer, none more than four", () => {
  expect(retryDelayMs(0, 0.999)).toBeLessThan(500);
  const waits = [0, 1, 2, 3, 4, 5, 50].map((tries) => retryDelayMs(tries, 0.5));
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(retryDelayMs(1_000, 0.999)).toBeLessThanOrEqual(4_000);
});

it("a thousand browsers do not come back at once", () => {
  expect(retryDelayMs(5, 0)).toBeLessThanOrEqual(retryDelayMs(5, 0.999) / 1.9);
});

it("a small room is read again at once, a big one within five seconds", () => {
  expect(readDelayMs(3, 0.999)).toBeLessThan(150);
  expect(readDelayMs(5_000, 0.999)).toBeLessThanOrEqual(5_000);
  expect(readDelayMs(5_000, 0.999)).toBeGreaterThan(4_000);
});

it("what passes is tried again; what is an answer is not", () => {
  for (const code of ["network", "database_away", "media_away", "too_many", "fault"] as const)
    expect(mayPass(code)).toBe(true);
  for (const code of ["banned", "room_full", "room_ended", "not_found", "hand_over_first"] as const)
    expect(mayPass(code)).toBe(false);
});

it("a wait that the server asked for is kept", () => {
  expect(pauseMs({ code: "too_many", facts: { retryAfterSeconds: 9 } }, 0, 0.5)).toBeGreaterThanOrEqual(9_000);
  expect(pauseMs({ code: "media_away", facts: {} }, 0, 0.5)).toBeLessThan(500);
});

it("rings follow the ear: silence is nothing, full scale is all, and quiet talk is seen", () => {
  expect(loudness(0)).toBe(0);
  expect(loudness(1)).toBe(1);
  expect(loudness(0.001)).toBe(0);
  expect(loudness(0.05)).toBeGreaterThan(0.3);
});
