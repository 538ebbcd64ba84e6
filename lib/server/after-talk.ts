import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Transaction } from "./db";
import { roomDetails } from "./queries/room-details";
import type { EventToWrite } from "./write-room-events";

/** The longest-serving moderator, one who is connected before one who is not: as whoever follows a host. */
const HEIR_SQL = `
UPDATE seat s SET role = 'host', version = s.version + 1 WHERE s.id = (
  SELECT id FROM seat WHERE room_id = $1::uuid AND closed_at IS NULL AND role = 'moderator'
  ORDER BY gone_at IS NOT NULL, stage_since, id LIMIT 1 FOR NO KEY UPDATE)
RETURNING s.person_id AS "personId"`;

/**
 * An overflow room whose main room ends goes on as a room of its own, hosted by whoever led it longest, who may do with it
 * what one may with a room one made. It has no overflow unless they want it. Its row is locked, and so is its main room's.
 * Answers what everyone in it is to hear; null where nobody leads it, so that it has to end. Source: behaviours 26.
 */
export async function goOnAlone(tx: Transaction, roomId: RoomId, mainRoomId: RoomId): Promise<EventToWrite[] | null> {
  const [heir] = await tx.$queryRawUnsafe<{ personId: PersonId }[]>(HEIR_SQL, roomId);
  if (!heir) return null;
  const { personId } = heir;
  const alone = { mainRoomId: null, overflowNumber: null, overflowLimit: 0, reserve: 0, afterTalkOfId: mainRoomId };
  await tx.room.update({ where: { id: roomId }, data: { ...alone, createdById: personId } });
  const room = await roomDetails(tx, roomId);
  return [
    { audience: "everyone", happening: { type: "role_changed", personId, role: "host" } },
    { audience: "everyone", happening: { type: "room_edited", room } },
  ];
}
