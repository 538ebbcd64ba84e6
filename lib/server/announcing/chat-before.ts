import { hotPool } from "@/lib/server/postgres/db";

/**
 * Just before the last change of the room's two chats: where somebody starts who announces a room anew. Browsers that
 * lack more than the last see it by the gap, and read.
 */
export async function chatBefore(roomId: string): Promise<{ room: number; moderators: number }> {
  const { rows } = await hotPool().query<{ room: number; moderators: number }>({
    name: "announce-chat-before",
    text: `SELECT greatest(room_version - 1, 0)::int AS room, greatest(moderators_version - 1, 0)::int AS moderators
           FROM chat_clock WHERE room_id = $1`,
    values: [roomId],
  });
  return rows[0] ?? { room: 0, moderators: 0 };
}
