import { describe, expect, it } from "vitest";
import { likeness, pageOf, type Rank, type Ranked } from "@/lib/domain/search/rank";

const sought = (whole: string, ...near: string[]) => ({
  whole,
  words: whole.split(" "),
  near: whole.split(" ").map(() => new Set(near)),
});

describe("how like a name is to what is sought", () => {
  it.each([
    ["ada kr", ["ada kruger"], { tier: 1, unlike: 1 }],
    ["kruger", ["ada kruger"], { tier: 2, unlike: 0 }],
    ["krug", ["ada kruger"], { tier: 2, unlike: 1 }],
    ["kruger ada", ["ada kruger"], { tier: 2, unlike: 0 }],
    ["ada", ["somebody", "ada"], { tier: 1, unlike: 0 }],
    ["krugr", ["ada kruger"], { tier: 3, unlike: 3 }],
  ] as const)("%s and %j", (whole, texts, expected) => expect(likeness(sought(whole), texts)).toEqual(expected));

  it("a whole word that could have been meant is liker than the beginning of one", () =>
    expect(likeness(sought("krugr", "kruger"), ["ada kruger"])).toEqual({ tier: 3, unlike: 2 }));
});

describe("pages", () => {
  const ranked = (...ranks: Rank[]): Ranked<string>[] => ranks.map((rank) => ({ rank, found: rank[4] }));
  const all = ranked(
    [2, 1, 0, -3, "d"],
    [2, 0, 9, 0, "c"],
    [0, 1, 0, 0, "a"],
    [2, 1, 0, -20, "b.b"],
    [2, 1, 0, -3, "e"],
  );

  it("are in order, each once, whatever stands in an id", () => {
    const first = pageOf(all, 2, null);
    const second = pageOf(all, 2, first.next);
    const third = pageOf(all, 2, second.next);
    expect([first.found, second.found, third.found]).toEqual([["a", "c"], ["b.b", "d"], ["e"]]);
    expect(third.next).toBeNull();
  });

  it("go on behind somebody who has gone meanwhile", () => {
    const { next } = pageOf(all, 3, null);
    const without = all.filter(({ found }) => found !== "b.b");
    expect(pageOf(without, 2, next).found).toEqual(["d", "e"]);
  });

  it("begin at the first where the key is nobody's", () => expect(pageOf(all, 1, "x.y").found).toEqual(["a"]));
});
