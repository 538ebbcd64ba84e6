import type { RoomId } from "@/lib/domain/ids";
import { hotPool, type Transaction } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { ChannelView } from "@/lib/wire/interpreting/views";

/** A channel's interpreters, as one JSON value; the longest assigned first. */
export type ChannelJson = {
  language: string;
  person: FaceJson;
  onAir: boolean;
  toStage: boolean;
  source: string | null;
}[];

/** Who interprets in a family: an SQL expression of a ChannelJson; `mainId` is the main room's id in it. */
export const channelsJson = (mainId: string): string => `(
  SELECT coalesce(json_agg(json_build_object('language', i.language, 'person', ${FACE_JSON_SQL}, 'onAir', i.on_air_since IS NOT NULL,
    'toStage', i.to_stage_since IS NOT NULL, 'source', i.source_language) ORDER BY i.language, i.assigned_at, i.id), '[]')
  FROM interpreter i JOIN person p ON p.id = i.person_id WHERE i.room_id = ${mainId} AND i.ended_at IS NULL)`;

/** The same by language, as everyone in the family sees it. */
export function toChannels(rows: ChannelJson): ChannelView[] {
  const channels = new Map<string, ChannelView>();
  for (const { language, person, onAir, toStage, source } of rows) {
    const channel = channels.get(language) ?? { language, interpreters: [] };
    channel.interpreters.push({ person: faceOfJson(person), onAir, toStage, source });
    channels.set(language, channel);
  }
  return [...channels.values()];
}

/** The channels of a main room, for one whom its page has let in: it asks nothing of the caller. */
export async function channelsOf(mainRoomId: RoomId): Promise<ChannelView[]> {
  const { rows } = await hotPool().query<{ channels: ChannelJson }>({
    name: "channels-of-room",
    text: `SELECT ${channelsJson("$1::uuid")} AS channels`,
    values: [mainRoomId],
  });
  return toChannels(rows[0]?.channels ?? []);
}

/**
 * The channels of a main room once nobody else can announce a change before this transaction does: it holds the room's
 * clock, the last in the lock order, so nothing but writeRoomEvents may come after it.
 */
export async function channelsToAnnounce(tx: Transaction, mainRoomId: RoomId): Promise<ChannelView[]> {
  await tx.$queryRaw`SELECT FROM room_clock WHERE room_id = ${mainRoomId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRawUnsafe<{ channels: ChannelJson }[]>(
    `SELECT ${channelsJson("$1::uuid")} AS channels`,
    mainRoomId,
  );
  return toChannels(row?.channels ?? []);
}
