import { v7 as uuid } from "uuid";
import { SEAT_OFFER_TTL_MS } from "@/lib/domain/family/seat-offer";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import type { SeatOfferView } from "@/lib/wire/family/views";

/** Somebody, and the hall in which they sit. */
export type Seated = { personId: PersonId; fromRoomId: RoomId };

/** One offer made. Its event belongs into the room where its person sits. */
export type OfferedSeat = Seated & { offer: SeatOfferView; event: EventToWrite };

/**
 * Keeps a seat in a hall for each of these people, for half a minute. The caller has locked the hall, so that no more
 * are kept than are free, and has seen to it that nobody of them has an open offer.
 */
export async function makeSeatOffers(
  tx: Transaction,
  hall: { id: RoomId; number: number },
  people: readonly Seated[],
  now: Date,
): Promise<OfferedSeat[]> {
  const expiresAt = new Date(now.getTime() + SEAT_OFFER_TTL_MS);
  const made = people.map((person) => ({ id: uuid(), ...person }));
  await tx.seatOffer.createMany({ data: made.map((one) => ({ ...one, roomId: hall.id, offeredAt: now, expiresAt })) });
  return made.map(({ id, personId, fromRoomId }) => {
    const offer = { id, hall: { id: hall.id, number: hall.number }, expiresAt: expiresAt.toISOString() };
    const happening = { type: "seat_offered", offer } as const;
    return { personId, fromRoomId, offer, event: { audience: "person", toId: personId, happening } };
  });
}

type Closing = { offerId: string; personId: string; outcome: "declined" | "expired" | "withdrawn"; now: Date };

/** Lets the kept seat go; its person hears of it. Nothing where it was closed meanwhile. */
export async function closeSeatOffer(
  tx: Transaction,
  { offerId, personId, outcome, now }: Closing,
): Promise<EventToWrite[]> {
  const where = { id: offerId, closedAt: null };
  const { count } = await tx.seatOffer.updateMany({ where, data: { closedAt: now, outcome } });
  if (count === 0) return [];
  return [{ audience: "person", toId: personId, happening: { type: "seat_offer_closed", offerId, outcome } }];
}

/** A person's unanswered seat offer, expired or not; null where there is none. */
export const openSeatOffer = (tx: Transaction, personId: PersonId) =>
  tx.seatOffer.findFirst({
    where: { personId, closedAt: null },
    select: { id: true, roomId: true, fromRoomId: true, expiresAt: true },
  });
