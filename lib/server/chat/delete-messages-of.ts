import type { PersonId, RoomId } from "@/lib/domain/ids";
import { tellChatChanged } from "@/lib/server/notify/passing";
import type { Transaction } from "@/lib/server/postgres/db";

/**
 * Deletes everything that somebody wrote in a room's chats; what they wrote is kept nowhere. All of it is one change of
 * each channel's clock. After seats, before `room_clock`. Source: behaviours 17 ("its chat lines go").
 */
export async function deleteMessagesOf(
  tx: Transaction,
  roomId: RoomId,
  personId: PersonId,
  byId: PersonId | null,
): Promise<void> {
  if ((await tx.chatLine.count({ where: { roomId, personId, deletedAt: null } })) === 0) return;
  await tx.$executeRaw`
    WITH clock AS (
      UPDATE chat_clock SET room_version = room_version + 1, moderators_version = moderators_version + 1
      WHERE room_id = ${roomId}::uuid RETURNING room_version, moderators_version)
    UPDATE chat_line l SET text = '', deleted_at = now(), deleted_by_id = ${byId}::uuid,
      version = CASE l.channel WHEN 'room' THEN clock.room_version ELSE clock.moderators_version END
    FROM clock WHERE l.room_id = ${roomId}::uuid AND l.person_id = ${personId}::uuid AND l.deleted_at IS NULL`;
  await tellChatChanged(tx, roomId);
}
