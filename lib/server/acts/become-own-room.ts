import type { RoomId } from "@/lib/domain/ids";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { prismaSql } from "@/lib/server/postgres/sql";
import { roomDetails } from "@/lib/server/queries/rooms/room-details";
import { promoteHeirs } from "@/lib/server/seats/promote-heirs";

/** Whom the main room let in and whom it kept out counted in all of its halls, and goes on to count here. */
const GUEST_LIST_SQL = `
INSERT INTO invitation (room_id, person_id, invited_by_id, invited_at)
SELECT $1::uuid, person_id, invited_by_id, invited_at FROM invitation WHERE room_id = $2::uuid ON CONFLICT DO NOTHING`;
const BANS_SQL = `
INSERT INTO room_ban (id, room_id, person_id, banned_by_id, reason, banned_at)
SELECT gen_random_uuid(), $1::uuid, person_id, banned_by_id, reason, banned_at FROM room_ban b
WHERE b.room_id = $2::uuid AND b.lifted_at IS NULL AND NOT EXISTS (
  SELECT FROM room_ban own WHERE own.room_id = $1::uuid AND own.person_id = b.person_id AND own.lifted_at IS NULL)`;

const NETWORK_BARS_SQL = `
INSERT INTO network_bar (room_id, person_id, network, barred_at)
SELECT $1::uuid, person_id, network, barred_at FROM network_bar WHERE room_id = $2::uuid ON CONFLICT DO NOTHING`;

/**
 * An overflow room whose main room ends goes on as a room of its own, hosted by whoever led it longest, who may do with it
 * what one may with a room one made. It has no overflow unless they want it. Its row is locked, and so is its main room's.
 * Answers what everyone in it is to hear; null where nobody leads it, so that it has to end. Source: behaviours 26.
 */
export async function becomeOwnRoom(
  tx: Transaction,
  roomId: RoomId,
  mainRoomId: RoomId,
): Promise<EventToWrite[] | null> {
  const [heir] = await promoteHeirs(prismaSql(tx), [roomId]);
  if (!heir) return null;
  const { personId } = heir;
  const { kind, guestsAllowed } = await tx.room.findUniqueOrThrow({ where: { id: mainRoomId } });
  const own = { mainRoomId: null, overflowNumber: null, overflowLimit: 0, reserve: 0, afterTalkOfId: mainRoomId };
  await tx.room.update({ where: { id: roomId }, data: { ...own, kind, guestsAllowed, createdById: personId } });
  await tx.$executeRawUnsafe(GUEST_LIST_SQL, roomId, mainRoomId);
  await tx.$executeRawUnsafe(BANS_SQL, roomId, mainRoomId);
  await tx.$executeRawUnsafe(NETWORK_BARS_SQL, roomId, mainRoomId);
  const room = await roomDetails(tx, roomId);
  return [
    { audience: "everyone", happening: { type: "role_changed", personId, role: "host" } },
    { audience: "everyone", happening: { type: "room_edited", room } },
  ];
}
