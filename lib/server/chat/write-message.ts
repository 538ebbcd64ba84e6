import type { PersonId, RoomId } from "@/lib/domain/ids";
import { tellChatChanged } from "@/lib/server/notify/passing";
import type { Transaction } from "@/lib/server/postgres/db";
import type { ChatInput } from "@/lib/wire/chat/inputs";

/** A message as it was stored; `number` is its place in its channel. */
export type WrittenMessage = { number: number; text: string; writtenAt: Date };

/**
 * Takes the next version of the channel's clock and stores the message under it, in one statement: a writer that waits for the
 * clock comes after in number and time alike. After seats, before `room_clock` (mechanics).
 */
export async function writeMessage(
  tx: Transaction,
  roomId: RoomId,
  personId: PersonId,
  { channel, text, key }: ChatInput,
): Promise<WrittenMessage> {
  const inRoom = channel === "room" ? 1 : 0;
  const [message] = await tx.$queryRaw<WrittenMessage[]>`
    WITH clock AS (
      INSERT INTO chat_clock AS c (room_id, room_version, moderators_version)
      VALUES (${roomId}::uuid, ${inRoom}::int, ${1 - inRoom}::int)
      ON CONFLICT (room_id) DO UPDATE SET room_version = c.room_version + ${inRoom}::int,
        moderators_version = c.moderators_version + ${1 - inRoom}::int
      RETURNING CASE WHEN ${inRoom}::int = 1 THEN c.room_version ELSE c.moderators_version END AS version)
    INSERT INTO chat_line (room_id, channel, number, version, person_id, key, text, written_at)
    SELECT ${roomId}::uuid, ${channel}::"ChatChannel", version, version, ${personId}::uuid, ${key ?? null}::uuid, ${text},
      clock_timestamp()
    FROM clock RETURNING number::int AS number, text, written_at AS "writtenAt"`;
  if (!message) throw new Error("the message was not written");
  await tellChatChanged(tx, roomId);
  return message;
}
