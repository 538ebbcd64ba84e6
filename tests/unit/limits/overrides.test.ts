import { describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/domain/limits/limits";
import { lineOf, readOverrides } from "@/lib/domain/limits/overrides";
import { parseEnv } from "@/lib/env";

describe("an instance's own limits", () => {
  it("stand in the place of the table's lines, and of no others", () => {
    const own = readOverrides("searchesFromAddress=5000/60, guestsFromAddress=200/30,");
    if (typeof own === "string") throw new Error(own);
    expect(lineOf("searchesFromAddress", own, 10)).toEqual({ points: 5_000, duration: 60 });
    expect(lineOf("guestsFromAddress", own, 10)).toEqual({ points: 200, duration: 30 });
    expect(lineOf("handsOfPerson", own, 10)).toEqual(LIMITS.handsOfPerson);
  });

  it("leave what is counted by a host's rooms to how many there may be", () => {
    expect(lineOf("roomsOfPerson", {}, 10)).toEqual({ points: 120, duration: 3_600 });
    expect(lineOf("roomsOfPerson", { roomsOfPerson: { points: 5, duration: 60 } }, 10).points).toBe(5);
  });

  it.each([
    ["a name that there is not", "searches=1/1", "searches"],
    ["one of every object's own", "constructor=1/1", "constructor"],
    ["nothing at all", "handsOfPerson=0/60", "handsOfPerson"],
    ["no time", "handsOfPerson=30/0", "handsOfPerson"],
    ["less than nothing", "handsOfPerson=-1/60", "handsOfPerson=-1/60"],
    ["no line", "handsOfPerson", "handsOfPerson"],
  ])("are refused for %s, and the start says so", (_what, text, named) => {
    expect(readOverrides(text)).toEqual(expect.stringContaining(named));
    expect(() => parseEnv({ PLENUM_LIMITS: text })).toThrow(/PLENUM_LIMITS/);
  });
});
