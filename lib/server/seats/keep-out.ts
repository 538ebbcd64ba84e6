import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { announcedRoom } from "@/lib/server/queries/rooms/room-details";
import { changeInHalls } from "./family-kind";
import type { LockedRoom } from "./lock-room";
import { closeSeatOffer } from "./seat-offers";

/** What a room that is put to members says of guests. */
export const NO_GUESTS = { guestsAllowed: false } as const;

/**
 * Takes a removed person's place in the family's line, and the seat that is offered to them here. Both would let them in
 * again. The caller has locked the room. Answers the events.
 */
export async function revokeTicketAndSeatOffer(
  tx: Transaction,
  room: LockedRoom,
  personId: PersonId,
): Promise<PlacedEvent[]> {
  const now = new Date();
  // The line belongs to the whole family: a person put out of one hall may go on waiting for the others.
  if (!room.mainRoomId) {
    await tx.ticket.updateMany({ where: { roomId: room.id, personId, closedAt: null }, data: { closedAt: now } });
  }
  return withdrawOffers(tx, room, personId, now);
}

/** Opens a main room and its `halls` to members only; the caller has locked them all. Answers the events for everyone. */
export async function shutOutGuests(tx: Transaction, roomId: RoomId, halls: readonly RoomId[]): Promise<PlacedEvent[]> {
  await tx.room.update({ where: { id: roomId }, data: NO_GUESTS });
  const happening = { type: "room_edited", room: await announcedRoom(tx, roomId) } as const;
  const inHalls = await changeInHalls(tx, halls, NO_GUESTS);
  return [{ roomId, event: { audience: "everyone", happening } }, ...inHalls];
}

/** Of a seat in this room or, where it is a main room, in one of its halls. */
async function withdrawOffers(
  tx: Transaction,
  room: LockedRoom,
  personId: PersonId,
  now: Date,
): Promise<PlacedEvent[]> {
  const offer = await tx.seatOffer.findFirst({
    where: { personId, closedAt: null, room: { OR: [{ id: room.id }, { mainRoomId: room.id }] } },
    select: { id: true, fromRoomId: true },
  });
  if (!offer) return [];
  const events = await closeSeatOffer(tx, { offerId: offer.id, personId, outcome: "withdrawn", now });
  return events.map((event) => ({ roomId: offer.fromRoomId as RoomId, event }));
}
