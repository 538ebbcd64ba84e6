import { expect, it } from "vitest";
import { applyToHands } from "@/lib/client/hands/apply-to-hands";
import { needsMoreHands } from "@/lib/client/hands/needs-more-hands";
import type { HandView } from "@/lib/wire/hands/views";
import { NOTHING_MINE } from "@/lib/wire/rooms/nothing-mine";
import { face, seatOfDev } from "@/tests/support/scenes/room-of-ada";

const hand = (id: string, minute: number, more: Partial<HandView> = {}): HandView => ({
  person: face(id),
  raisedAt: `2026-01-01T10:${minute}:00.000Z`,
  question: "",
  parked: false,
  hall: 0,
  picked: null,
  ...more,
});

const names = (mine: { hands: HandView[] | null }) => mine.hands?.map(({ person }) => person.id);

const QUEUE = {
  ...NOTHING_MINE,
  hands: [hand("dev", 11), hand("finn", 12), hand("gil", 10, { parked: true })],
  handTotals: { waiting: 2, parked: 1 },
};

it("a new hand stands behind those that wait and before those that are set aside", () => {
  const held = applyToHands(QUEUE, "ada", { type: "hand_raised", hand: hand("eve", 13) });
  expect(names(held)).toEqual(["dev", "finn", "eve", "gil"]);
  expect(held.handTotals).toEqual({ waiting: 3, parked: 1 });
  expect(held.handRaisedAt).toBeNull();
});

it("a new hand of somebody who has been up before stands behind those who have not", () => {
  const hands = [hand("dev", 11), hand("finn", 12, { timesOnStage: 1 })];
  // Also where more are up than are held: it does not belong behind them.
  for (const waiting of [2, 200]) {
    const held = { ...QUEUE, hands, handTotals: { waiting, parked: 0 } };
    const raised = (more = {}) => applyToHands(held, "ada", { type: "hand_raised", hand: hand("eve", 13, more) });
    expect(names(raised())).toEqual(["dev", "eve", "finn"]);
    expect(names(raised({ timesOnStage: 2 }))).toEqual(waiting === 2 ? ["dev", "finn", "eve"] : ["dev", "finn"]);
  }
});

it("a hand raised again with another question keeps its place and is counted once", () => {
  const held = applyToHands(QUEUE, "ada", { type: "hand_raised", hand: hand("dev", 11, { question: "Why?" }) });
  expect(names(held)).toEqual(["dev", "finn", "gil"]);
  expect(held.hands?.[0]?.question).toBe("Why?");
  expect(held.handTotals).toEqual(QUEUE.handTotals);
});

it("a parked hand that goes down leaves those that wait as they were", () => {
  const held = applyToHands(QUEUE, "ada", { type: "hand_lowered", personId: "gil", reason: "left" });
  expect(names(held)).toEqual(["dev", "finn"]);
  expect(held.handTotals).toEqual({ waiting: 2, parked: 0 });
});

it("behind the first page a new hand is counted, not shown before its turn", () => {
  const page = { ...QUEUE, handTotals: { waiting: 200, parked: 1 } };
  const held = applyToHands(page, "ada", { type: "hand_raised", hand: hand("eve", 59) });
  expect(names(held)).toEqual(["dev", "finn", "gil"]);
  expect(held.handTotals).toEqual({ waiting: 201, parked: 1 });
});

it("the queue is read again once its first page is half answered, and not while it is whole", () => {
  expect(needsMoreHands(QUEUE)).toBe(false);
  expect(needsMoreHands({ ...QUEUE, handTotals: { waiting: 200, parked: 1 } })).toBe(true);
  expect(needsMoreHands(NOTHING_MINE)).toBe(false);
});

it("whoever has just become a moderator reads the queue, and a listener does not", () => {
  expect(needsMoreHands({ ...NOTHING_MINE, seat: seatOfDev("moderator") })).toBe(true);
  expect(needsMoreHands({ ...NOTHING_MINE, seat: seatOfDev("listener") })).toBe(false);
});
