import { HANDS_A_PAGE } from "@/lib/domain/hands/hand";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { facesOf } from "@/lib/server/queries/people/faces-of";
import type { HandsPage, HandView } from "@/lib/wire/hands/views";
import type { PersonFace } from "@/lib/wire/people/views";
import { handQueue, type QueuedHand } from "./hand-queue";

/** A page of the queue after that person's hand, from its head where nobody is named; none after a hand that is down. */
export async function handsPage(roomId: RoomId, after: PersonId | null): Promise<HandsPage> {
  const queue = await handQueue(roomId);
  const parked = queue.filter((hand) => hand.parked).length;
  const page = pageAfter(queue, after);
  const ids = page.flatMap(({ personId, pickedById }) => [personId, ...(pickedById ? [pickedById] : [])]);
  const faces = new Map((await facesOf(ids)).map((face) => [face.id, face]));
  return {
    hands: page.flatMap((hand) => toHand(hand, faces)),
    totals: { waiting: queue.length - parked, parked },
  };
}

function pageAfter(queue: QueuedHand[], after: PersonId | null): QueuedHand[] {
  const last = after === null ? -1 : queue.findIndex(({ personId }) => personId === after);
  if (after !== null && last < 0) return [];
  return queue.slice(last + 1, last + 1 + HANDS_A_PAGE);
}

/** A person whose account is gone has no hand. */
function toHand(hand: QueuedHand, faces: ReadonlyMap<string, PersonFace>): HandView[] {
  const person = faces.get(hand.personId);
  if (!person) return [];
  const by = hand.pickedById ? faces.get(hand.pickedById) : undefined;
  const { question, parked, hall } = hand;
  const picked = by ? { by, reason: hand.pickReason } : null;
  const before = hand.timesOnStage > 0 ? { timesOnStage: hand.timesOnStage } : {};
  const language = hand.asksIn === null ? {} : { asksIn: hand.asksIn };
  return [{ person, raisedAt: hand.raisedAt.toISOString(), question, parked, hall, picked, ...before, ...language }];
}
