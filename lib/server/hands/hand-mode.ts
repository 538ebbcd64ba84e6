import type { HandRule } from "@/lib/domain/hands/hand";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { HandMode } from "@/lib/domain/rooms/room";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";

/** Advisory locks on a room's hand mode; taken after seats and before `room_clock`. */
const HAND_MODE_LOCKS = 4_001;

/**
 * The hand mode as it stays until the commit, and whether somebody on the stage that one asks to come to follows this
 * person. `mainRoomId`: whose stage that is.
 */
export async function handRule(tx: Transaction, mainRoomId: RoomId, personId: PersonId): Promise<HandRule> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${HAND_MODE_LOCKS}::int, hashtext(${mainRoomId}))`;
  const [rule] = await tx.$queryRaw<HandRule[]>`
    SELECT r.hand_mode::text AS mode, EXISTS (
      SELECT FROM follow f JOIN seat s ON s.person_id = f.follower_id
      WHERE f.followee_id = ${personId}::uuid AND s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') AS followed
    FROM room r WHERE r.id = ${mainRoomId}::uuid`;
  if (!rule) throw new Error("no such room");
  return rule;
}

/**
 * Sets hands aside that do not count in the new mode and brings back those that do; each keeps `raisedAt`, and with it
 * its place. `followed` is judged by who is on stage now: who comes or goes later changes nothing until the
 * mode is set again. The caller holds the room's row. The hands of
 * overflow rooms go with the main room's. Source: behaviours 14.
 */
export async function parkHands(tx: Transaction, roomId: RoomId, mode: HandMode, now: Date): Promise<EventToWrite[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${HAND_MODE_LOCKS}::int, hashtext(${roomId}))`;
  const moved = await tx.$executeRaw`
    UPDATE hand h SET parked_at = CASE WHEN h.parked_at IS NULL THEN ${now}::timestamptz END
    WHERE h.room_id IN (SELECT id FROM room WHERE id = ${roomId}::uuid OR main_room_id = ${roomId}::uuid) AND h.closed_at IS NULL AND (h.parked_at IS NULL) <> CASE ${mode}::text
      WHEN 'everyone' THEN true WHEN 'off' THEN false ELSE EXISTS (
        SELECT FROM follow f JOIN seat s ON s.person_id = f.follower_id
        WHERE f.followee_id = h.person_id AND s.room_id = ${roomId}::uuid AND s.closed_at IS NULL AND s.role <> 'listener') END`;
  if (moved === 0) return [];
  const open = await tx.hand.count({
    where: { room: { OR: [{ id: roomId }, { mainRoomId: roomId }] }, closedAt: null },
  });
  return [{ audience: "moderators", happening: { type: "hands_changed", open } }];
}
