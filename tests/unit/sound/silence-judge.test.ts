import { describe, expect, it } from "vitest";
import { type Arrivals, SIGN_OF_LIFE_MS, SilenceJudge } from "@/lib/client/room/silence-judge";

const EVERY_MS = 400;

type Reading = Omit<Arrivals, "atMs" | "countsAnswers"> & Partial<Arrivals>;

/** What the judge says of looks 400 ms apart, whose counters the given function makes up. */
function judgeFor(ms: number, reading: (atMs: number) => Reading, judge = new SilenceJudge()): string[] {
  const said: string[] = [];
  for (let atMs = 0; atMs <= ms; atMs += EVERY_MS)
    said.push(judge.note({ countsAnswers: true, atMs, ...reading(atMs) }));
  return said;
}

const until = (ms: number) => (atMs: number) => Math.min(atMs, ms);

describe("silence that nobody meant", () => {
  it("is suspected a second and a half after an open microphone was last heard of", () => {
    const hearing = until(2_000);
    const said = judgeFor(3_600, (atMs) => ({ hearing: hearing(atMs), speaking: null, expectsVoices: true }));
    expect(said.indexOf("suspect") * EVERY_MS).toBe(3_200);
  });

  it("is not suspected while an open microphone says nothing but is heard of", () => {
    const hearing = (atMs: number) => Math.floor(atMs / 800);
    const said = judgeFor(20_000, (atMs) => ({ hearing: hearing(atMs), speaking: null, expectsVoices: true }));
    expect(new Set(said)).toEqual(new Set(["fine"]));
  });

  it("is not suspected in a room without an open microphone, where signs of life come every 2.5 s", () => {
    const hearing = (atMs: number) => Math.floor(atMs / 2_800);
    const said = judgeFor(30_000, (atMs) => ({ hearing: hearing(atMs), speaking: null, expectsVoices: false }));
    expect(new Set(said)).toEqual(new Set(["fine"]));
  });

  it("is suspected where what we send is not answered, though we hear", () => {
    const said = judgeFor(6_000, (atMs) => ({ hearing: atMs, speaking: until(400)(atMs), expectsVoices: true }));
    expect(said.indexOf("suspect") * EVERY_MS).toBe(3_600);
  });

  it("is held for good after five seconds without anything", () => {
    const said = judgeFor(12_000, () => ({ hearing: 7, speaking: null, expectsVoices: false }));
    expect(said.indexOf("dead") * EVERY_MS).toBe(4_800);
    expect(said.at(-1)).toBe("dead");
  });

  it("is over with the next packet", () => {
    const hearing = (atMs: number) => (atMs < 4_000 ? 7 : atMs);
    const said = judgeFor(4_000, (atMs) => ({ hearing: hearing(atMs), speaking: null, expectsVoices: true }));
    expect(said.at(-2)).toBe("suspect");
    expect(said.at(-1)).toBe("fine");
  });

  it("is not suspected of a quiet room in Firefox, which asks for signs of life only every 4 to 6 s", () => {
    const hearing = (atMs: number) => 1 + Math.floor(atMs / 6_000);
    const said = judgeFor(
      40_000,
      (atMs) => ({ hearing: hearing(atMs), speaking: null, expectsVoices: false }),
      new SilenceJudge(SIGN_OF_LIFE_MS.firefox),
    );
    expect(new Set(said)).toEqual(new Set(["fine"]));
  });

  it("is suspected, and never held for good, where the browser does not count the answers to its signs of life", () => {
    const said = judgeFor(60_000, () => ({ hearing: 7, speaking: 7, expectsVoices: true, countsAnswers: false }));
    expect(said.at(-1)).toBe("suspect");
    expect(said).not.toContain("dead");
  });

  it("is not suspected where nothing is counted at all", () => {
    const said = judgeFor(60_000, () => ({ hearing: 0, speaking: 0, expectsVoices: true }));
    expect(new Set(said)).toEqual(new Set(["fine"]));
  });
});
