import { describe, expect, it } from "vitest";
import type { RoomId } from "@/lib/domain/ids";
import {
  estimateSeconds,
  type LineAtDoor,
  peopleToCall,
  placeInLine,
  pollAfterMs,
  type Turn,
  waitsInLine,
} from "@/lib/domain/seats/door-line";
import { Crowding } from "@/lib/server/admission/line/crowding";
import { LinePace } from "@/lib/server/admission/line/line-pace";

const EMPTY: LineAtDoor = { kept: false, waiting: false, called: 0 };
const ANYONE = { called: false, spared: false };

describe("who waits in line", () => {
  it.each([
    ["there is no line", EMPTY, ANYONE, 1, false],
    ["there is no line, and no place either: the door finds that out", EMPTY, ANYONE, 0, false],
    ["a crowd is at the door", { ...EMPTY, kept: true }, ANYONE, 100, true],
    ["somebody waits, however many places there are", { ...EMPTY, waiting: true }, ANYONE, 100, true],
    ["all places are spoken for", { ...EMPTY, called: 3 }, ANYONE, 3, true],
    ["all are called and a place is left beside theirs", { ...EMPTY, called: 3 }, ANYONE, 4, false],
    ["it is their turn", { kept: true, waiting: true, called: 3 }, { ...ANYONE, called: true }, 0, false],
    ["the line is not for them", { kept: true, waiting: true, called: 3 }, { ...ANYONE, spared: true }, 0, false],
  ])("when %s", (_, line, arrival, free, waits) => {
    expect(waitsInLine(line, arrival, () => free)).toBe(waits);
  });
});

describe("how many are called", () => {
  const turn: Turn = { waiting: 1_000, called: 0, freePlaces: 1_000, doorPerSecond: 0, seconds: 1, slow: false };
  it.each([
    ["what any door can do, to begin with", turn, 150],
    ["one for each free place", { ...turn, freePlaces: 7 }, 7],
    ["none for places that are spoken for", { ...turn, freePlaces: 7, called: 7 }, 0],
    ["none while more are called than there are places", { ...turn, freePlaces: 3, called: 7 }, 0],
    ["no more than wait", { ...turn, waiting: 2 }, 2],
    ["a little more than the door did lately", { ...turn, doorPerSecond: 400 }, 600],
    ["in the time since the last turn", { ...turn, doorPerSecond: 400, seconds: 0.5 }, 300],
    ["and no longer", { ...turn, waiting: 9_000, freePlaces: 9_000, doorPerSecond: 400, seconds: 40 }, 1_200],
    ["less than the door did where it is slow", { ...turn, doorPerSecond: 400, slow: true }, 200],
    ["everyone hears that it is full where there is no overflow", { ...turn, freePlaces: null, waiting: 9 }, 9],
  ])("%s", (_, wanted, people) => {
    expect(peopleToCall(wanted)).toBe(people);
  });
});

describe("what somebody in line is told", () => {
  it("an estimate is the measured rate, and none where nothing moved or nothing is known yet", () => {
    expect(estimateSeconds(120, { people: 60, seconds: 30 })).toBe(60);
    expect(estimateSeconds(1, { people: 3_000, seconds: 10 })).toBe(1);
    expect(estimateSeconds(10, { people: 0, seconds: 30 })).toBeNull();
    expect(estimateSeconds(10, { people: 50, seconds: 1 })).toBeNull();
  });

  it("nobody asks more often than once a second or more seldom than each quarter minute", () => {
    const stands = { estimate: null, moved: { seconds: 30 }, doorPerSecond: 0, slow: false };
    for (const random of [0, 0.5, 0.999]) {
      expect(pollAfterMs(1, { ...stands, estimate: 1 }, random)).toBe(1_000);
      expect(pollAfterMs(1, stands, random)).toBeLessThan(1_100);
      for (const estimate of [null, 3_600]) {
        expect(pollAfterMs(9_000, { ...stands, estimate }, random)).toBeGreaterThanOrEqual(12_000);
        expect(pollAfterMs(9_000, { ...stands, estimate }, random)).toBeLessThanOrEqual(15_000);
      }
    }
    expect(pollAfterMs(40, { ...stands, estimate: 10 }, 0.999)).toBe(4_999);
  });

  it("a slow door is asked more seldom, and by those who would ask at once not faster than it answers", () => {
    const slow = { estimate: null, moved: { seconds: 1 }, doorPerSecond: 500, slow: true };
    expect(pollAfterMs(500, slow, 0.999)).toBe(3_999);
    expect(pollAfterMs(1_000, slow, 0.999)).toBe(4_999);
    expect(pollAfterMs(1_000, { ...slow, estimate: 2 }, 0.999)).toBe(4_999);
    expect(pollAfterMs(1, { ...slow, estimate: 1 }, 0)).toBe(2_402);
    expect(pollAfterMs(100, { ...slow, estimate: 20 }, 0.999)).toBe(9_998);
    expect(pollAfterMs(90_000, slow, 0.999)).toBeLessThanOrEqual(15_000);
  });

  it("a line too young to be measured is taken to move as fast as the door", () => {
    const young = { estimate: null, moved: { seconds: 1 }, doorPerSecond: 500, slow: false };
    expect(pollAfterMs(1_000, young, 0.999)).toBe(2_000);
    expect(pollAfterMs(5_000, young, 0.999)).toBe(5_999);
    expect(pollAfterMs(1_000, { ...young, doorPerSecond: 0 }, 0.999)).toBe(5_999);
  });

  it("a place is exact for whoever stood in the line when it was read, and follows the numbers for who came later", () => {
    const numbers = [3, 4, 9, 12];
    expect([3, 4, 9, 12].map((number) => placeInLine(number, numbers, 14))).toEqual([1, 2, 3, 4]);
    expect(placeInLine(15, numbers, 14)).toBe(5);
    expect(placeInLine(17, numbers, 14)).toBe(7);
    expect(placeInLine(1, [], 0)).toBe(1);
  });

  it("whoever was called or given up has no place", () => {
    expect([1, 5, 14].map((number) => placeInLine(number, [3, 4, 9, 12], 14))).toEqual([null, null, null]);
  });
});

describe("a crowd", () => {
  const room = "a" as RoomId;
  let now = 0;
  const crowding = () => new Crowding({ batch: 3, p95Ms: 300 }, () => now);

  it("is more than so many who wait for one room, until they are answered", () => {
    const seen = crowding();
    const answered = Array.from({ length: 4 }, () => seen.arrives(room));
    expect(seen.isCrowded(room)).toBe(true);
    expect(seen.isCrowded("b" as RoomId)).toBe(false);
    answered[0]?.();
    expect(seen.isCrowded(room)).toBe(false);
  });

  it("is when more than one in twenty waited too long, for the next seconds", () => {
    const seen = crowding();
    const answerAfter = (ms: number) => {
      const answered = seen.arrives(room);
      now += ms;
      answered();
    };
    for (let index = 0; index < 57; index++) answerAfter(1);
    for (let index = 0; index < 3; index++) answerAfter(301);
    expect(seen.isCrowded(room)).toBe(false);
    answerAfter(301);
    expect(seen.isCrowded(room)).toBe(true);
    now += 3_001;
    expect(seen.isCrowded(room)).toBe(false);
  });

  it("is seen in how long arrivals wait, however many in line are told how it stands", () => {
    const seen = crowding();
    const answered = Array.from({ length: 50 }, () => seen.arrives(room));
    for (let index = 0; index < 5_000; index++) seen.polled(room);
    now += 400;
    for (const end of answered) end();
    expect(seen.isSlow(room)).toBe(true);
  });

  it("is measured by what is answered a second", () => {
    const seen = crowding();
    expect(seen.perSecond(room)).toBe(0);
    for (let index = 0; index < 40; index++) {
      now += 100;
      seen.polled(room);
    }
    expect(Math.round(seen.perSecond(room))).toBe(10);
  });

  it("is not seen in a few slow answers", () => {
    const seen = crowding();
    for (let index = 0; index < 10; index++) {
      const answered = seen.arrives(room);
      now += 5;
      answered();
    }
    const slow = seen.arrives(room);
    now += 900;
    slow();
    expect(seen.isCrowded(room)).toBe(false);
  });
});

it("a line's pace is how many were called within the last half minute", () => {
  const pace = new LinePace();
  expect(pace.moved()).toEqual({ people: 0, seconds: 0 });
  for (let second = 0; second <= 40; second++) pace.note({ at: second * 1_000, called: second * 10 });
  expect(pace.moved()).toEqual({ people: 300, seconds: 30 });
});
