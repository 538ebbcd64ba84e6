import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Transaction } from "./db";
import type { EventToWrite } from "./write-room-events";

type Closing = {
  roomId: RoomId;
  personId: PersonId;
  outcome: "lowered" | "offered" | "declined";
  byId: PersonId;
  now: Date;
};

/**
 * Puts a raised hand down and answers what is to be announced; nothing where none was up.
 * The caller has locked the person's seat, if they hold one.
 */
export async function closeHand(tx: Transaction, closing: Closing): Promise<EventToWrite[]> {
  const { roomId, personId, outcome, byId, now } = closing;
  const { count } = await tx.hand.updateMany({
    where: { roomId, personId, closedAt: null },
    data: { closedAt: now, outcome, answeredById: byId === personId ? null : byId },
  });
  if (count === 0) return [];
  const happening = { type: "hand_lowered", personId, reason: outcome } as const;
  const events: EventToWrite[] = [{ audience: "moderators", happening }];
  return byId === personId ? events : [...events, { audience: "person", toId: personId, happening }];
}
