import type { ChatChannel } from "@/lib/domain/chat/chat";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { tellChatChanged } from "@/lib/server/notify/passing";
import type { Transaction } from "@/lib/server/postgres/db";

type Message = { roomId: RoomId; channel: ChatChannel; number: number };

/** Takes a message's text away for good, by the channel's clock. False where it is gone already. After seats, before `room_clock`. */
export async function eraseMessage(
  tx: Transaction,
  { roomId, channel, number }: Message,
  byId: PersonId,
): Promise<boolean> {
  const inRoom = channel === "room" ? 1 : 0;
  const erased = await tx.$executeRaw`
    WITH clock AS (
      UPDATE chat_clock SET room_version = room_version + ${inRoom}::int,
        moderators_version = moderators_version + ${1 - inRoom}::int
      WHERE room_id = ${roomId}::uuid
      RETURNING CASE WHEN ${inRoom}::int = 1 THEN room_version ELSE moderators_version END AS version)
    UPDATE chat_line l SET text = '', deleted_at = now(), deleted_by_id = ${byId}::uuid,
      version = clock.version
    FROM clock WHERE l.room_id = ${roomId}::uuid AND l.channel = ${channel}::"ChatChannel"
      AND l.number = ${number}::bigint AND l.deleted_at IS NULL`;
  if (erased > 0) await tellChatChanged(tx, roomId);
  return erased > 0;
}
