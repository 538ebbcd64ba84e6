import type { PersonId, RoomId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { hotPool } from "@/lib/server/postgres/db";
import { seatRole } from "@/lib/server/queries/rooms/seat-role";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import type { ChannelAudience } from "@/lib/wire/interpreting/views";

/** The sweep counts every five seconds. An older count no longer holds. */
const COUNT_LAPSED_MS = 20_000;

const AUDIENCES_SQL = `
SELECT DISTINCT i.language, coalesce(a.listeners, 0) AS listeners
FROM interpreter i LEFT JOIN channel_audience a ON a.room_id = i.room_id AND a.language = i.language
  AND a.counted_at > statement_timestamp() - $2::int * interval '1 millisecond'
WHERE i.room_id = $1 AND i.ended_at IS NULL ORDER BY i.language`;

/**
 * How many hear each language that is interpreted in a main room's family, in all its halls, as the sweep counted them;
 * for people who assign interpreters and for the interpreters themselves while they see the room, null for others.
 */
export async function channelAudiences(
  caller: { id: PersonId } | null,
  mainRoomId: RoomId,
): Promise<{ channels: ChannelAudience[] } | null> {
  if (!caller || !((await assigns(caller.id, mainRoomId)) || (await interprets(caller.id, mainRoomId)))) return null;
  const { rows } = await hotPool().query<ChannelAudience>({
    name: "channel-audiences",
    text: AUDIENCES_SQL,
    values: [mainRoomId, COUNT_LAPSED_MS],
  });
  return { channels: rows };
}

async function assigns(personId: PersonId, roomId: RoomId): Promise<boolean> {
  const role = await seatRole({ roomId, personId });
  return role !== null && can({ personId, role }, "assignInterpreter");
}

async function interprets(personId: PersonId, roomId: RoomId): Promise<boolean> {
  const { rowCount } = await hotPool().query({
    name: "interprets",
    text: "SELECT FROM interpreter WHERE room_id = $1 AND person_id = $2 AND ended_at IS NULL LIMIT 1",
    values: [roomId, personId],
  });
  return rowCount === 1 && (await visibleRoom({ id: personId }, roomId)) !== null;
}
