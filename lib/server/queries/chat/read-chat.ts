import type { ChatChannel } from "@/lib/domain/chat/chat";
import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { ChatPage } from "@/lib/wire/chat/views";

type PageRow = {
  version: number;
  /** The newest first, one more than asked for where older ones are there. */
  lines: { number: number; person: FaceJson; text: string; writtenAt: string }[];
};

/** One statement, so that version and messages are of one moment. */
const PAGE_SQL = `
SELECT coalesce((SELECT CASE $2::"ChatChannel" WHEN 'room' THEN c.room_version ELSE c.moderators_version END
  FROM chat_clock c WHERE c.room_id = $1), 0)::int AS version,
  (SELECT coalesce(json_agg(w.line ORDER BY w.number DESC), '[]') FROM (
     SELECT l.number, json_build_object('number', l.number, 'person', ${FACE_JSON_SQL}, 'text', l.text, 'writtenAt', l.written_at) AS line
     FROM chat_line l JOIN person p ON p.id = l.person_id
     WHERE l.room_id = $1 AND l.channel = $2::"ChatChannel" AND l.deleted_at IS NULL AND p.given_up_at IS NULL AND ($3::bigint IS NULL OR l.number < $3)
     ORDER BY l.number DESC LIMIT $4) w) AS lines`;

/** The last `limit` messages of a channel, or the last before a number, the oldest of them first. */
export async function readChat(
  roomId: RoomId,
  channel: ChatChannel,
  { before = null, limit }: { before?: number | null; limit: number },
): Promise<ChatPage> {
  const values = [roomId, channel, before, limit + 1];
  const { rows } = await hotPool().query<PageRow>({ name: "chat-page", text: PAGE_SQL, values });
  const { version, lines } = rows[0] ?? { version: 0, lines: [] };
  const shown = lines.slice(0, limit).reverse();
  return {
    version,
    lines: shown.map((message) => ({
      ...message,
      person: faceOfJson(message.person),
      writtenAt: new Date(message.writtenAt).toISOString(),
    })),
    older: lines.length > limit,
  };
}
