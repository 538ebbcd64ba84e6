import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { ChatMessageView, ChatPulse } from "@/lib/wire/chat/views";

/** A pulse stays a small message: so many messages, of so many characters in all, and so many deletions. */
const MAX_MESSAGES = 20;
const MAX_CHARACTERS = 4_000;
const MAX_DELETED = 200;

/** A channel's clock is read with its messages in one statement, so that no message is newer than the version told. */
const channelSql = (channel: "room" | "moderators", after: string): string => `
SELECT '${channel}' AS channel, c.${channel}_version::int AS version,
  (SELECT coalesce(json_agg(w.line ORDER BY w.number DESC), '[]') FROM (
     SELECT l.number, json_build_object('number', l.number, 'person', ${FACE_JSON_SQL}, 'text', l.text, 'writtenAt', l.written_at) AS line
     FROM chat_line l JOIN person p ON p.id = l.person_id
     WHERE l.room_id = c.room_id AND l.channel = '${channel}' AND l.version > ${after} AND l.deleted_at IS NULL AND p.given_up_at IS NULL
     ORDER BY l.version DESC LIMIT ${MAX_MESSAGES + 1}) w) AS lines,
  (SELECT coalesce(json_agg(d.number ORDER BY d.number), '[]') FROM (
     SELECT l.number FROM chat_line l JOIN person p ON p.id = l.person_id
     WHERE l.room_id = c.room_id AND l.channel = '${channel}' AND l.version > ${after}
       AND (l.deleted_at IS NOT NULL OR p.given_up_at IS NOT NULL)
     ORDER BY l.version DESC LIMIT ${MAX_DELETED + 1}) d) AS deleted
FROM chat_clock c WHERE c.room_id = $1 AND c.${channel}_version > ${after}`;

const DUE_CHAT_SQL = `${channelSql("room", "$2::bigint")} UNION ALL ${channelSql("moderators", "$3::bigint")}`;

type MessageJson = { number: number; person: FaceJson; text: string; writtenAt: string };

type ChannelRow = {
  channel: "room" | "moderators";
  version: number;
  /** The newest first. */
  lines: MessageJson[];
  deleted: number[];
};

/**
 * What changed in the room's two chats since these versions were sent; null for a chat in which nothing did.
 * Where not all fits, the newest messages are in it and `more` says so.
 */
export async function dueChat(
  roomId: string,
  after: { room: number; moderators: number },
): Promise<{ room: ChatPulse | null; moderators: ChatPulse | null }> {
  const { rows } = await hotPool().query<ChannelRow>({
    name: "announce-due-chat",
    text: DUE_CHAT_SQL,
    values: [roomId, after.room, after.moderators],
  });
  const pulseOf = (channel: ChannelRow["channel"]): ChatPulse | null => {
    const row = rows.find((candidate) => candidate.channel === channel);
    return row ? toPulse(row, after[channel]) : null;
  };
  return { room: pulseOf("room"), moderators: pulseOf("moderators") };
}

function toPulse({ version, lines, deleted }: ChannelRow, prev: number): ChatPulse {
  const fitting: ChatMessageView[] = [];
  let characters = 0;
  for (const message of lines.slice(0, MAX_MESSAGES)) {
    characters += message.text.length;
    if (characters > MAX_CHARACTERS && fitting.length > 0) break;
    fitting.unshift(toChatMessage(message));
  }
  const more = fitting.length < lines.length || deleted.length > MAX_DELETED;
  return { prev, version, lines: fitting, deleted: deleted.slice(0, MAX_DELETED), more };
}

const toChatMessage = ({ number, person, text, writtenAt }: MessageJson): ChatMessageView => ({
  number,
  person: faceOfJson(person),
  text,
  writtenAt: new Date(writtenAt).toISOString(),
});
