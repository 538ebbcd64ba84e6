import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { NewestOffer } from "@/lib/domain/offer";
import type { Transaction } from "./db";
import type { EventToWrite } from "./write-room-events";

/** Somebody's newest invitation to the stage in a room, with its row's id and author; null where there never was one. */
export async function newestOffer(
  tx: Transaction,
  roomId: RoomId,
  personId: PersonId,
): Promise<(NewestOffer & { id: string; offeredById: string }) | null> {
  return tx.offer.findFirst({
    where: { roomId, personId },
    orderBy: { offeredAt: "desc" },
    select: { id: true, offeredById: true, outcome: true, expiresAt: true },
  });
}

type Closing = {
  offerId: string;
  personId: PersonId;
  outcome: "accepted" | "declined" | "withdrawn" | "expired";
  now: Date;
};

/** Closes an invitation; its person and the moderators hear of it. Nothing where it was closed meanwhile. */
export async function closeOffer(tx: Transaction, closing: Closing): Promise<EventToWrite[]> {
  const { offerId, personId, outcome, now } = closing;
  const { count } = await tx.offer.updateMany({
    where: { id: offerId, closedAt: null },
    data: { closedAt: now, outcome },
  });
  if (count === 0) return [];
  const happening = { type: "offer_closed", offerId, outcome } as const;
  return [
    { audience: "person", toId: personId, happening },
    { audience: "moderators", happening },
  ];
}
