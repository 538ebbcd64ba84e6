import { describe, expect, it } from "vitest";
import { type Counters, heardBetween, judge } from "@/scripts/load/judge";
import { look } from "@/scripts/load/look";
import { newTally, type Person, withWindow } from "@/scripts/load/person";
import { percentile, sumUp } from "@/scripts/load/sum-up";

const NOTHING: Counters = { atMs: 0, received: 0, lost: 0, concealedMs: 0, waitedMs: 0, playedSamples: 0 };

/** Two seconds of one person talking: 100 packets of 20 ms. */
const heard = (some: Partial<Counters>) => heardBetween(NOTHING, { ...NOTHING, atMs: 2_000, received: 100, ...some });

describe("what a listener heard", () => {
  it("is clean with one packet in fifty missing, and broken with three", () => {
    expect(judge(heard({ received: 98, lost: 2 }), 50)).toBe("clean");
    expect(judge(heard({ received: 94, lost: 6 }), 50)).toBe("broken");
  });

  it("is broken by sound that had to be made up, though every packet came", () => {
    expect(judge(heard({ concealedMs: 30 }), 50)).toBe("clean");
    expect(judge(heard({ concealedMs: 60 }), 50)).toBe("broken");
  });

  it("is silent with less than half of what the best served of the hall got, though none is missing by its number", () => {
    expect(judge(heard({ received: 40 }), 50)).toBe("silent");
  });

  it("says nothing while nobody speaks: the signs of life of a silent microphone are no speech", () => {
    expect(judge(heard({ received: 5, concealedMs: 900 }), 3)).toBe("quiet");
    expect(withWindow(newTally(), heard({ received: 5 }), "quiet")).toEqual(newTally());
  });

  it("counts a silence over as many windows as it lasts", () => {
    const windows = ["silent", "silent", "clean", "silent"] as const;
    const tally = windows.reduce((sum, verdict) => withWindow(sum, heard({}), verdict), newTally());
    expect(tally).toMatchObject({ windows: 4, silentWindows: 3, longestSilence: 2 });
  });
});

const person = (number: number, roomId: string, some: Partial<Person> = {}): Person => ({
  number,
  token: "",
  at: "in",
  hall: { roomId, number: roomId === "main" ? 0 : 1 },
  doorMs: 10,
  soundMs: 300,
  why: null,
  last: NOTHING,
  reads: 2,
  tally: newTally(),
  ...some,
});

describe("a look at everyone", () => {
  it("measures each against their own hall, not against one in which two talk at once", () => {
    const people = [person(0, "main"), person(1, "main"), person(2, "overflow")];
    const packets = [200, 80, 100];
    const counters = new Map(packets.map((received, number) => [number, { ...NOTHING, atMs: 2_000, received }]));
    expect(look(people, counters).map(({ verdict }) => verdict)).toEqual(["clean", "silent", "clean"]);
  });

  it("judges nobody in the first window of their connection, nor who was not read", () => {
    const people = [person(0, "main", { reads: 1 }), person(1, "main")];
    const counters = new Map([[0, { ...NOTHING, atMs: 2_000, received: 10 }]]);
    expect(look(people, counters)).toEqual([]);
    expect(people[0]?.reads).toBe(2);
    expect(people[1]?.last).toBe(NOTHING);
  });
});

describe("the sum of a run", () => {
  const clean = withWindow(newTally(), heard({}), "clean");
  const broken = withWindow(newTally(), heard({ received: 90, lost: 10 }), "broken");

  it("calls only those clean who were there to the end, were spoken to, and missed hardly anything", () => {
    const people = [
      person(0, "main", { tally: clean }),
      person(1, "main", { tally: broken }),
      person(2, "main", { tally: clean, at: "torn" }),
      person(3, "main"),
      person(4, "overflow", { tally: clean, soundMs: 2_500 }),
      person(5, "", { at: "refused", hall: null, why: { at: "door", code: "room_full", retryAfterSeconds: null } }),
    ];
    const sum = sumUp(people, 2);
    expect(sum).toMatchObject({ asked: 6, listeners: 5, spokenTo: 4, clean: 2, torn: 1, lateJoins: 1 });
    expect(sum.notIn).toEqual({ room_full: 1 });
    expect(sum.halls.map(({ hall, listeners, clean: heardIt }) => [hall, listeners, heardIt])).toEqual([
      [0, 4, 1],
      [1, 1, 1],
    ]);
    expect(sum.halls[1]?.lostPercent).toBe(0);
    expect(sum.lostPercent).toBe(2.5);
  });

  it("finds the worst twentieth, and nothing in nothing", () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([1, 2, 3, 100], 0.95)).toBe(100);
    expect(percentile([], 0.5)).toBe(0);
  });
});
