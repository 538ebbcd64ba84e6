import type { ChatChannel } from "@/lib/domain/chat/chat";
import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { gather } from "@/lib/server/postgres/gather";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { readChat } from "./read-chat";

/** How many messages the newest page holds. */
export const NEWEST_MESSAGES = 50;

const MAX_PAGES_KEPT = 500;

/** The newest page as JSON text, and the version it was read for. */
type Kept = { version: number; text: Promise<string> };

/**
 * The newest page of a channel as JSON text, one for each version in a process: a thousand browsers that read it at once
 * are served from one reading. Every message committed before the call is in it. Source: mechanics, announcements.
 */
export async function chatSnapshot(roomId: RoomId, channel: ChatChannel): Promise<string> {
  const pages = oncePerProcess("chatPages", () => new Map<string, Kept>());
  const versionsOf = oncePerProcess("chatVersions", () => gather(readVersions));
  const version = (await versionsOf(roomId))[channel];
  const name = `${roomId} ${channel}`;
  const kept = pages.get(name);
  if (kept && kept.version >= version) return kept.text;
  const text = readChat(roomId, channel, { limit: NEWEST_MESSAGES }).then((page) => JSON.stringify(page));
  pages.delete(name);
  pages.set(name, { version, text });
  text.catch(() => pages.delete(name));
  const oldest = pages.keys().next().value;
  if (pages.size > MAX_PAGES_KEPT && oldest !== undefined) pages.delete(oldest);
  return text;
}

async function readVersions(roomIds: RoomId[]): Promise<Record<ChatChannel, number>[]> {
  const { rows } = await hotPool().query<{ roomId: string } & Record<ChatChannel, number>>({
    name: "chat-versions",
    text: `SELECT room_id AS "roomId", room_version::int AS room, moderators_version::int AS moderators
           FROM chat_clock WHERE room_id = ANY($1::uuid[])`,
    values: [[...new Set(roomIds)]],
  });
  const versions = new Map(rows.map(({ roomId, ...channels }) => [roomId, channels]));
  return roomIds.map((roomId) => versions.get(roomId) ?? { room: 0, moderators: 0 });
}
