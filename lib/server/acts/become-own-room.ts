import type { RoomId } from "@/lib/domain/ids";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { prismaSql } from "@/lib/server/postgres/sql";
import { announcedRoom } from "@/lib/server/queries/rooms/room-details";
import { promoteHeirs } from "@/lib/server/seats/promote-heirs";

/** The main room's guest list and bans held in all of its halls. The new room takes copies of them. */
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
 * Makes a room of its own of an overflow room whose main room ends. The person who led it longest becomes its host and
 * counts as its creator. It has no overflow until the host sets one. The caller has locked both rooms.
 * Answers the events for everyone in it; null where nobody leads it, and the room has to end. Source: behaviours 26.
 */
export async function becomeOwnRoom(
  tx: Transaction,
  roomId: RoomId,
  mainRoomId: RoomId,
): Promise<EventToWrite[] | null> {
  const [heir] = await promoteHeirs(prismaSql(tx), [roomId]);
  if (!heir) return null;
  const { personId } = heir;
  const { kind, clubId, guestsAllowed } = await tx.room.findUniqueOrThrow({ where: { id: mainRoomId } });
  const own = { mainRoomId: null, overflowNumber: null, overflowLimit: 0, reserve: 0, afterTalkOfId: mainRoomId };
  await tx.room.update({ where: { id: roomId }, data: { ...own, kind, clubId, guestsAllowed, createdById: personId } });
  await tx.$executeRawUnsafe(GUEST_LIST_SQL, roomId, mainRoomId);
  await tx.$executeRawUnsafe(BANS_SQL, roomId, mainRoomId);
  await tx.$executeRawUnsafe(NETWORK_BARS_SQL, roomId, mainRoomId);
  const room = await announcedRoom(tx, roomId);
  return [
    { audience: "everyone", happening: { type: "role_changed", personId, role: "host" } },
    { audience: "everyone", happening: { type: "room_edited", room } },
  ];
}
