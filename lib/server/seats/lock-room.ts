import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import type { Transaction } from "@/lib/server/postgres/db";

/** A room as it is while its row is locked: nobody else opens or closes a seat in it until the commit. */
export type LockedRoom = {
  id: RoomId;
  title: string;
  kind: RoomKind;
  clubId: string | null;
  status: RoomStatus;
  capacity: number;
  reserve: number;
  openSeats: number;
  guestsAllowed: boolean;
  createdById: PersonId;
  mainRoomId: RoomId | null;
};

/**
 * Locks the room's row; null where there is none. First in the lock order: rooms by id → seat → room_clock.
 * `NO KEY` because rows that point at the room (hands, events) take a key share on it and must not queue behind the door.
 */
export async function lockRoom(tx: Transaction, roomId: RoomId): Promise<LockedRoom | null> {
  const rooms = await tx.$queryRaw<LockedRoom[]>`
    SELECT id, title, kind, club_id AS "clubId", status, capacity, reserve, open_seats AS "openSeats",
           guests_allowed AS "guestsAllowed", created_by_id AS "createdById",
           main_room_id AS "mainRoomId"
    FROM room WHERE id = ${roomId}::uuid FOR NO KEY UPDATE`;
  return rooms[0] ?? null;
}

/** Lets nobody change the room's row until the commit; any number of acts may hold it together. In the same place of the lock order. */
export async function holdRoom(tx: Transaction, roomId: RoomId): Promise<void> {
  await tx.$queryRaw`SELECT FROM room WHERE id = ${roomId}::uuid FOR SHARE`;
}
