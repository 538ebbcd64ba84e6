import type { PersonId, RoomId } from "@/lib/domain/ids";
import { tellChatChanged } from "@/lib/server/notify/passing";
import type { Transaction } from "@/lib/server/postgres/db";

/**
 * Makes every page of a room's chats read anew what somebody wrote there, once they gave their account up: readers leave it out
 * from then on. All of it is one change of each channel's clock, which is locked before `room_clock`.
 */
export async function hideMessagesOf(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<void> {
  await tx.$executeRaw`
    WITH clock AS (
      UPDATE chat_clock SET room_version = room_version + 1, moderators_version = moderators_version + 1
      WHERE room_id = ${roomId}::uuid RETURNING room_version, moderators_version)
    UPDATE chat_line l SET version = CASE l.channel WHEN 'room' THEN clock.room_version ELSE clock.moderators_version END
    FROM clock WHERE l.room_id = ${roomId}::uuid AND l.person_id = ${personId}::uuid AND l.deleted_at IS NULL`;
  await tellChatChanged(tx, roomId);
}
