import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isLeftBehind } from "@/lib/client/room/keep-contact";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { onLine: true });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Way = {
  /** How often something comes on the old way; null for never. */
  arrivesEveryMs: number | null;
  speaks?: boolean;
  expectsVoices?: boolean;
  answers?: boolean;
};

async function judge({ arrivesEveryMs, speaks = false, expectsVoices = true, answers = true }: Way): Promise<boolean> {
  const beganAt = performance.now();
  const answer = () => new Response("{}", { headers: { "Content-Type": "application/json" } });
  vi.stubGlobal("fetch", () => (answers ? Promise.resolve(answer()) : Promise.reject(new TypeError("No network"))));
  const arrived = () => (arrivesEveryMs === null ? 0 : Math.floor((performance.now() - beganAt) / arrivesEveryMs));
  const read = async () => ({
    hearing: speaks ? 0 : arrived(),
    speaking: speaks ? arrived() : null,
    countsAnswers: true,
    expectsVoices,
  });
  const verdict = isLeftBehind(read);
  await vi.advanceTimersByTimeAsync(10_000);
  return verdict;
}

it("nothing comes any more, and our own server answers: left behind", async () => {
  expect(await judge({ arrivesEveryMs: null })).toBe(true);
  expect(await judge({ arrivesEveryMs: null, expectsVoices: false })).toBe(true);
});

it("an open microphone that is silent sends every 400 ms: the old way carries", async () => {
  expect(await judge({ arrivesEveryMs: 400 })).toBe(false);
});

it("whoever speaks alone hears nobody, and signs of life are rare there", async () => {
  expect(await judge({ arrivesEveryMs: 2_400, expectsVoices: false })).toBe(false);
  expect(await judge({ arrivesEveryMs: 1_000, expectsVoices: false, speaks: true })).toBe(false);
});

it("without a network nobody is left behind: there is no new way either", async () => {
  expect(await judge({ arrivesEveryMs: null, answers: false })).toBe(false);
});
