import type { PersonId, RoomId } from "@/lib/domain/ids";
import { isLeader } from "@/lib/domain/roles";
import type { Transaction } from "@/lib/server/postgres/db";
import { type LockedSeat, lockSeats } from "./lock-seats";

/** A leader of the main room acts in every room of its family. A leader of an overflow room picks into the main queue. */
export async function actorFromFamily(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<LockedSeat | null> {
  const room = await tx.room.findUnique({ where: { id: roomId }, select: { mainRoomId: true } });
  const own = await tx.seat.findFirst({
    where: { personId, closedAt: null },
    select: { roomId: true, room: { select: { mainRoomId: true } } },
  });
  if (!room || !own) return null;
  const scope = room.mainRoomId === own.roomId ? "main" : own.room.mainRoomId === roomId ? "overflow" : null;
  if (!scope) return null;
  const seat = (await lockSeats(tx, own.roomId as RoomId, [personId])).get(personId);
  return seat && isLeader(seat.role) ? { ...seat, scope } : null;
}
