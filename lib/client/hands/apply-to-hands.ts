import type { HandTotals, HandView } from "@/lib/wire/hands/views";
import type { RoomHappening } from "@/lib/wire/rooms/announcements";
import type { MineView } from "@/lib/wire/rooms/mine";

type HandMoved = Extract<RoomHappening, { type: "hand_raised" | "hand_lowered" }>;
type Hands = Pick<MineView, "hands" | "handTotals" | "handRaisedAt" | "handQuestion" | "handParked">;

/** One hand up or down, in the queue as far as it is held and in what is one's own. */
export function applyToHands(mine: Hands, personId: string, happening: HandMoved): Hands {
  const own = ownHand(mine, personId, happening);
  if (!mine.hands) return own;
  const whole = mine.handTotals === null || mine.hands.length >= mine.handTotals.waiting + mine.handTotals.parked;
  const whose = happening.type === "hand_raised" ? happening.hand.person.id : happening.personId;
  const before = mine.hands.find(({ person }) => person.id === whose);
  const others = mine.hands.filter(({ person }) => person.id !== whose);
  if (happening.type === "hand_lowered") {
    return { ...own, hands: others, handTotals: count(mine.handTotals, before ?? null, null) };
  }
  const { hand } = happening;
  const last = others.findLast(({ parked }) => !parked);
  const belongs = whole || before || (last !== undefined && byPlace(hand, last) < 0);
  const shown = belongs ? [...others, hand].sort(byPlace) : others;
  return { ...own, hands: shown, handTotals: count(mine.handTotals, before ?? null, hand) };
}

/** After every hand was lowered, one's own with them. */
export const withoutHands = ({ hands, handTotals }: Hands): Hands => ({
  hands: hands && [],
  handTotals: handTotals && { waiting: 0, parked: 0 },
  handRaisedAt: null,
  handQuestion: "",
  handParked: false,
});

/** As lib/domain/hands/hand-queue.ts orders one hall; a family's queue is read again. */
const byPlace = (one: HandView, other: HandView): number =>
  Number(one.parked) - Number(other.parked) ||
  (one.parked ? 0 : (one.timesOnStage ?? 0) - (other.timesOnStage ?? 0)) ||
  one.raisedAt.localeCompare(other.raisedAt);

/** A hand that is not among those held counts as a waiting one. */
function count(totals: HandTotals | null, before: HandView | null, after: HandView | null): HandTotals | null {
  if (!totals) return null;
  const { waiting, parked } = totals;
  if (after) {
    if (before) return totals;
    return after.parked ? { waiting, parked: parked + 1 } : { waiting: waiting + 1, parked };
  }
  return before?.parked ? { waiting, parked: Math.max(0, parked - 1) } : { waiting: Math.max(0, waiting - 1), parked };
}

function ownHand(mine: Hands, personId: string, happening: HandMoved): Hands {
  const { hands, handTotals, handRaisedAt, handQuestion, handParked } = mine;
  const same = { hands, handTotals, handRaisedAt, handQuestion, handParked };
  if (happening.type === "hand_raised") {
    const { person, raisedAt, question, parked } = happening.hand;
    return person.id === personId
      ? { ...same, handRaisedAt: raisedAt, handQuestion: question, handParked: parked }
      : same;
  }
  return happening.personId === personId ? { ...same, handRaisedAt: null, handQuestion: "", handParked: false } : same;
}
