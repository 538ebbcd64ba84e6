import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { type LockedSeat, lockSeats } from "./lock-seats";

/** A room, its main room (itself where it is one), and whether there is more than it. */
type FamilyPlace = { mainRoomId: RoomId; isOverflow: boolean; isFamily: boolean };

/** Where a room stands in its family. Faults where there is no such room. */
export async function familyPlace(tx: Transaction, roomId: RoomId): Promise<FamilyPlace> {
  const { mainRoomId, overflowOpened } = await tx.room.findUniqueOrThrow({
    where: { id: roomId },
    select: { mainRoomId: true, overflowOpened: true },
  });
  return {
    mainRoomId: (mainRoomId ?? roomId) as RoomId,
    isOverflow: mainRoomId !== null,
    isFamily: mainRoomId !== null || overflowOpened > 0,
  };
}

/** The room of the family that a person sits in now; null where in none. Not locked: read it again under a lock to act on it. */
export async function roomOfSeat(tx: Transaction, mainRoomId: RoomId, personId: PersonId): Promise<RoomId | null> {
  const seat = await tx.seat.findFirst({
    where: { personId, closedAt: null, room: { OR: [{ id: mainRoomId }, { mainRoomId }] } },
    select: { roomId: true },
  });
  return seat && (seat.roomId as RoomId);
}

/** Somebody's open seat in an overflow room of a main room, locked, with its room; null where they hold none. */
export async function lockOverflowSeat(
  tx: Transaction,
  mainRoomId: RoomId,
  personId: PersonId,
): Promise<(LockedSeat & { roomId: RoomId }) | null> {
  const roomId = await roomOfSeat(tx, mainRoomId, personId);
  if (!roomId || roomId === mainRoomId) return null;
  const seat = (await lockSeats(tx, roomId, [personId])).get(personId);
  return seat ? { ...seat, roomId } : null;
}
