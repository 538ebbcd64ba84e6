import fc from "fast-check";
import { expect, it } from "vitest";
import { orderHands, type QueueHand } from "@/lib/domain/hands/hand-queue";

const minute = (at: number): Date => new Date(Date.UTC(2026, 0, 1, 10, at));

const hand = (personId: string, hallId: string, at: number, more: Partial<QueueHand> = {}): QueueHand => ({
  personId,
  hallId,
  raisedAt: minute(at),
  timesOnStage: 0,
  pickedAt: null,
  ...more,
});

type Example = { rule: string; sizes: Record<string, number>; hands: QueueHand[]; order: string };

/** The same examples stand in docs/fairness.md. */
const EXAMPLES: Example[] = [
  {
    rule: "in one hall: first come, first served",
    sizes: { main: 100 },
    hands: [hand("c", "main", 3), hand("a", "main", 1), hand("b", "main", 2)],
    order: "a b c",
  },
  {
    rule: "whoever has not been on the stage goes before whoever has, however long they wait",
    sizes: { main: 100 },
    hands: [
      hand("twice", "main", 1, { timesOnStage: 2 }),
      hand("once", "main", 2, { timesOnStage: 1 }),
      hand("new", "main", 3),
    ],
    order: "new once twice",
  },
  {
    rule: "halls of one size take turns, whoever was quicker",
    sizes: { main: 100, one: 100 },
    hands: [
      hand("m1", "main", 1),
      hand("m2", "main", 2),
      hand("m3", "main", 3),
      hand("o1", "one", 8),
      hand("o2", "one", 9),
    ],
    order: "m1 o1 m2 o2 m3",
  },
  {
    rule: "a hall four times as big gets two turns to one",
    sizes: { main: 400, one: 100 },
    hands: [
      hand("m1", "main", 1),
      hand("m2", "main", 2),
      hand("m3", "main", 3),
      hand("m4", "main", 4),
      hand("o1", "one", 5),
      hand("o2", "one", 6),
    ],
    order: "m1 o1 m2 m3 o2 m4",
  },
  {
    rule: "a full hall of 5,000 does not shut out one of 50: after every ten hands of the big one comes one of the small",
    sizes: { main: 5_000, one: 50 },
    hands: [
      ...Array.from({ length: 12 }, (_, place) => hand(`m${place + 1}`, "main", place)),
      hand("o1", "one", 30),
      hand("o2", "one", 31),
    ],
    order: "m1 m2 m3 m4 m5 o1 m6 m7 m8 m9 m10 m11 m12 o2",
  },
  {
    rule: "a pick of a hall's moderator passes ahead of all",
    sizes: { main: 5_000, one: 50 },
    hands: [
      hand("m1", "main", 1),
      hand("o1", "one", 2),
      hand("o2", "one", 3, { pickedAt: minute(9), timesOnStage: 1 }),
    ],
    order: "o2 m1 o1",
  },
];

it.each(EXAMPLES)("$rule", ({ sizes, hands, order }) => {
  const ordered = orderHands(hands, new Map(Object.entries(sizes)));
  expect(ordered.map(({ personId }) => personId).join(" ")).toBe(order);
});

it("the order is the same however the hands were read, and nobody is lost or doubled", () => {
  const anyHand = fc.record({
    hallId: fc.constantFrom("main", "one", "two"),
    at: fc.nat({ max: 30 }),
    timesOnStage: fc.nat({ max: 2 }),
    picked: fc.option(fc.nat({ max: 30 }), { freq: 4 }),
  });
  fc.assert(
    fc.property(fc.array(anyHand, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (made, order) => {
      const hands = made.map(({ hallId, at, timesOnStage, picked }, number) =>
        hand(`p${number}`, hallId, at, { timesOnStage, pickedAt: picked === null ? null : minute(picked) }),
      );
      const sizes = new Map([
        ["main", 5_000],
        ["one", 700],
        ["two", 9],
      ]);
      const shuffled = hands
        .map((one) => ({ one, key: order.next().value }))
        .sort((one, other) => one.key - other.key)
        .map(({ one }) => one);
      const names = (list: QueueHand[]) => orderHands(list, sizes).map(({ personId }) => personId);
      expect(names(shuffled)).toEqual(names(hands));
      expect(new Set(names(hands)).size).toBe(hands.length);
    }),
  );
});

it("within a hall nobody of the same standing overtakes who was there first", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("main", "one"), fc.nat({ max: 50 })), { maxLength: 30 }), (made) => {
      const hands = made.map(([hallId, at], number) => hand(`p${number}`, hallId, at));
      const ordered = orderHands(hands, new Map([["main", 900]]));
      for (const hallId of ["main", "one"]) {
        const times = ordered.filter((one) => one.hallId === hallId).map(({ raisedAt }) => raisedAt.getTime());
        expect(times).toEqual([...times].sort((one, other) => one - other));
      }
    }),
  );
});
