import type { PersonId, RoomId } from "@/lib/domain/ids";
import { CLAIM_LEASE_MS } from "@/lib/domain/seats/seat";
import { mirrorSeat } from "@/lib/server/mirroring/mirror-seat";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { log } from "@/lib/server/postgres/log";
import { closeSeats } from "@/lib/server/seats/close-seats";
import { lockRoom } from "@/lib/server/seats/lock-room";

/**
 * A guest who signs up or in keeps the seat: it becomes the member's, if the member sits nowhere and may be in that room;
 * otherwise it is closed. Bans of the guest become the member's too, so that signing up is no way back in.
 * The seat then waits, like a new one, for the browser to come back under its own name. Source: behaviours 3 and 17.
 */
export async function keepSeat(guestId: PersonId, memberId: PersonId): Promise<void> {
  const roomId = await inTransaction((tx) => handOver(tx, guestId, memberId));
  if (!roomId) return;
  try {
    await mirrorSeat(roomId, guestId);
  } catch (fault) {
    // The sweep puts the guest's old connection out as soon as the media server can be reached.
    log().warn({ roomId, err: fault }, "the guest's connection is still open");
  }
}

/** The room in which the guest had a seat; null where there was none. */
async function handOver(tx: Transaction, guestId: PersonId, memberId: PersonId): Promise<RoomId | null> {
  const seat = await tx.seat.findFirst({ where: { personId: guestId, closedAt: null }, select: { roomId: true } });
  const roomId = (seat?.roomId ?? null) as RoomId | null;
  if (roomId) await lockRoom(tx, roomId);
  await carryBans(tx, guestId, memberId);
  if (!roomId || (await moveSeat(tx, roomId, guestId, memberId))) return roomId;
  const events = await closeSeats(tx, roomId, [guestId], "moved");
  if (events.length > 0) await writeRoomEvents(tx, roomId, memberId, events);
  return roomId;
}

async function carryBans(tx: Transaction, guestId: PersonId, memberId: PersonId): Promise<void> {
  await tx.$executeRaw`
    UPDATE room_ban b SET person_id = ${memberId}::uuid
    WHERE b.person_id = ${guestId}::uuid AND b.lifted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM room_ban o WHERE o.room_id = b.room_id AND o.person_id = ${memberId}::uuid AND o.lifted_at IS NULL)`;
}

/**
 * Whether the seat is the member's now. A listener's only: guests are not on stage, and a stage seat would have to be announced.
 * The member's row is locked, so that two browsers of one person that sign up at once do not both bring a seat.
 */
async function moveSeat(tx: Transaction, roomId: RoomId, guestId: PersonId, memberId: PersonId): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
  const moved = await tx.$executeRaw`
    UPDATE seat SET person_id = ${memberId}::uuid, connected_at = NULL, media_sid = NULL, gone_at = NULL,
      lease_until = statement_timestamp() + ${CLAIM_LEASE_MS}::int * interval '1 millisecond', version = version + 1
    WHERE room_id = ${roomId}::uuid AND person_id = ${guestId}::uuid AND closed_at IS NULL AND role = 'listener'
      AND NOT EXISTS (SELECT 1 FROM seat o WHERE o.person_id = ${memberId}::uuid AND o.closed_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM room_ban b WHERE b.person_id = ${memberId}::uuid AND b.lifted_at IS NULL
        AND b.room_id IN (${roomId}::uuid, (SELECT r.main_room_id FROM room r WHERE r.id = ${roomId}::uuid)))`;
  return moved > 0;
}
