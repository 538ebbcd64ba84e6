/** A raised hand that counts, as far as its place in the family's queue goes; a room on its own is a family of one hall. `hallId`: the room its owner sits in. */
export type QueueHand = {
  personId: string;
  hallId: string;
  raisedAt: Date;
  /** How often they have come up to this stage before. */
  timesOnStage: number;
  /** When the moderators of their hall passed them ahead; null where they did not. */
  pickedAt: Date | null;
};

/**
 * The one order of a family's hands, the same for every reader. Pure. Source: behaviours 25, docs/fairness.md:
 * first the hands that a hall's moderators passed ahead, as they picked them; then the people who have been on this stage least
 * often; among those, places are dealt to the halls in turn, to each as often as the square root of its size says; within
 * a hall first come, first served. `sizes`: open seats by hall.
 */
export function orderHands<Hand extends QueueHand>(hands: readonly Hand[], sizes: ReadonlyMap<string, number>): Hand[] {
  const picked = hands.filter(({ pickedAt }) => pickedAt !== null).sort(byPick);
  const turns = new Map<string, number>();
  const dealt = hands
    .filter(({ pickedAt }) => pickedAt === null)
    .sort((one, other) => one.timesOnStage - other.timesOnStage || byTime(one, other))
    .map((hand) => {
      const group = `${hand.timesOnStage} ${hand.hallId}`;
      const place = turns.get(group) ?? 0;
      turns.set(group, place + 1);
      // The middle of the hall's turn: a small hall's first hand does not wait for all of a big one's.
      return { hand, turn: (place + 0.5) / Math.sqrt(Math.max(1, sizes.get(hand.hallId) ?? 1)) };
    });
  dealt.sort(
    (one, other) =>
      one.hand.timesOnStage - other.hand.timesOnStage || one.turn - other.turn || byTime(one.hand, other.hand),
  );
  return [...picked, ...dealt.map(({ hand }) => hand)];
}

const byTime = (one: QueueHand, other: QueueHand): number =>
  one.raisedAt.getTime() - other.raisedAt.getTime() || (one.personId < other.personId ? -1 : 1);

const byPick = (one: QueueHand, other: QueueHand): number =>
  (one.pickedAt?.getTime() ?? 0) - (other.pickedAt?.getTime() ?? 0) || byTime(one, other);
