import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { NewestOffer } from "@/lib/domain/stage/offer";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { familyPlace, roomOfSeat } from "@/lib/server/seats/family-seats";

/** An invitation to a stage. `roomId`: whose stage; for somebody in an overflow room it may be the main room's. */
export type StageOffer = NewestOffer & { id: string; roomId: RoomId; offeredById: string; asksIn: string | null };

const NEWEST = {
  orderBy: { offeredAt: "desc" },
  select: { id: true, roomId: true, offeredById: true, outcome: true, expiresAt: true, asksIn: true },
} as const;

/** Somebody's newest invitation to one room's stage; null where there never was one. */
export async function newestOffer(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<StageOffer | null> {
  const offer = await tx.offer.findFirst({ where: { roomId, personId }, ...NEWEST });
  return offer && { ...offer, roomId: offer.roomId as RoomId };
}

/** The newest of those that somebody in this room may answer: to its own stage, and to the main room's that is heard in it. */
export async function newestToAnswer(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<StageOffer | null> {
  const { mainRoomId } = await familyPlace(tx, roomId);
  const offer = await tx.offer.findFirst({ where: { roomId: { in: [roomId, mainRoomId] }, personId }, ...NEWEST });
  return offer && { ...offer, roomId: offer.roomId as RoomId };
}

type Closing = {
  offer: Pick<StageOffer, "id" | "roomId">;
  personId: PersonId;
  outcome: "accepted" | "declined" | "withdrawn" | "expired";
  now: Date;
};

/** Closes an invitation; its person hears of it where they sit, and the moderators of the stage. Nothing where it was closed meanwhile. */
export async function closeOffer(tx: Transaction, { offer, personId, outcome, now }: Closing): Promise<PlacedEvent[]> {
  const { id: offerId, roomId } = offer;
  const { count } = await tx.offer.updateMany({
    where: { id: offerId, closedAt: null },
    data: { closedAt: now, outcome },
  });
  if (count === 0) return [];
  const happening = { type: "offer_closed", offerId, outcome } as const;
  const place = (await roomOfSeat(tx, roomId, personId)) ?? roomId;
  return [
    { roomId: place, event: { audience: "person", toId: personId, happening } },
    { roomId, event: { audience: "moderators", happening } },
  ];
}
