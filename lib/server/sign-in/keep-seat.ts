import type { PersonId, RoomId } from "@/lib/domain/ids";
import { mirrorSeat } from "@/lib/server/mirroring/mirror-seat";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { log } from "@/lib/server/postgres/log";
import { prismaSql } from "@/lib/server/postgres/sql";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import { giveSeatToMember } from "@/lib/server/seats/give-seat-to-member";
import { lockRoom } from "@/lib/server/seats/lock-room";

/**
 * A guest who signs up or in keeps the seat: it becomes the member's, if the member sits nowhere and may be in that room;
 * otherwise it is closed. Bans of the guest become the member's too, so that signing up is no way back in, and so does what an episode
 * announced them for.
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
  await carryInvitations(tx, guestId, memberId);
  const sql = prismaSql(tx);
  if (!roomId || (await giveSeatToMember(sql, { roomId, guestId, memberId }))) return roomId;
  const events = await closeSeatsIn(sql, roomId, [guestId], "moved");
  if (events.length > 0) await writeRoomEvents(tx, roomId, memberId, events);
  return roomId;
}

async function carryBans(tx: Transaction, guestId: PersonId, memberId: PersonId): Promise<void> {
  await tx.$executeRaw`
    UPDATE room_ban b SET person_id = ${memberId}::uuid
    WHERE b.person_id = ${guestId}::uuid AND b.lifted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM room_ban o WHERE o.room_id = b.room_id AND o.person_id = ${memberId}::uuid AND o.lifted_at IS NULL)`;
}

/** Whom an episode announced as its guest stays that, with the key to its stage; where the member is its guest already, the key of the other is left. */
async function carryInvitations(tx: Transaction, guestId: PersonId, memberId: PersonId): Promise<void> {
  await tx.$executeRaw`
    WITH carried AS (
      UPDATE episode_guest g SET person_id = ${memberId}::uuid
      WHERE g.person_id = ${guestId}::uuid AND g.state <> 'revoked' AND NOT EXISTS (
        SELECT FROM episode_guest o WHERE o.room_id = g.room_id AND o.person_id = ${memberId}::uuid AND o.state <> 'revoked')
      RETURNING g.room_id, g.state)
    INSERT INTO invitation (room_id, person_id, role, invited_by_id, risen_at)
    SELECT i.room_id, ${memberId}::uuid, i.role, i.invited_by_id, i.risen_at FROM invitation i
    JOIN carried c ON c.room_id = i.room_id AND c.state = 'accepted' WHERE i.person_id = ${guestId}::uuid
    ON CONFLICT (room_id, person_id) DO UPDATE SET role = excluded.role, risen_at = excluded.risen_at`;
}
