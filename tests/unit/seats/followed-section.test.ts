import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FollowedSection } from "@/lib/client/roster/followed-section";
import type { AudiencePage } from "@/lib/wire/roster/views";

let version: string;
let readings: number;
let fails: boolean;
let section: FollowedSection;
let read: AudiencePage[];

beforeEach(() => {
  vi.useFakeTimers();
  [version, readings, fails, read] = ["a", 0, false, []];
  vi.stubGlobal("fetch", async () => {
    readings++;
    if (fails) throw new Error("no network");
    return Response.json({ people: [], after: null, counts: { followed: 0, others: 1 }, version });
  });
  section = new FollowedSection("room", (page) => read.push(page));
});

afterEach(() => {
  section.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const LATER_MS = 10_000;

describe("the followed section in a browser", () => {
  it("is read when it is shown, and not again while people come and go", async () => {
    await vi.advanceTimersByTimeAsync(1);
    expect(read).toHaveLength(1);
    for (const people of [10, 11, 12]) section.want("a", people);
    section.want(null, 13);
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect(readings).toBe(1);
  });

  it("is read once when its version changes, later than the server's snapshot and within six seconds", async () => {
    await vi.advanceTimersByTimeAsync(1);
    version = "c";
    section.want("b", 5_000);
    section.want("c", 5_000);
    await vi.advanceTimersByTimeAsync(999);
    expect(readings).toBe(1);
    await vi.advanceTimersByTimeAsync(5_001);
    expect(read.at(-1)?.version).toBe("c");
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect(readings).toBe(2);
  });

  it("an answer older than the news does not make it read for ever", async () => {
    await vi.advanceTimersByTimeAsync(1);
    section.want("b", 3);
    await vi.advanceTimersByTimeAsync(10 * LATER_MS);
    expect(readings).toBe(2);
  });

  it("an answer that did not come is asked for again, and nothing after it was left", async () => {
    fails = true;
    await vi.advanceTimersByTimeAsync(1);
    expect([readings, read.length]).toEqual([1, 0]);
    fails = false;
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect([readings, read.length]).toEqual([2, 1]);
    section.want("b", 3);
    section.stop();
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect(readings).toBe(2);
  });
});
