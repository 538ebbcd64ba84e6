import type { RoomId } from "@/lib/domain/ids";
import type { ShowRole } from "@/lib/domain/shows/show";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { hotPool } from "@/lib/server/postgres/db";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { episodeRoleSql } from "@/lib/server/queries/shows/episode-role";

/** What `person` was for room `r`, which is over: as of its show or episode, and a host whoever hosted it when they left it or when it ended. */
export const ledAsSql = (person: string): string => `coalesce(${episodeRoleSql(person)}, (
  SELECT 'host'::"ShowRole" FROM seat h WHERE h.person_id = ${person} AND h.room_id = r.id AND h.role = 'host' LIMIT 1))`;

/** An after-talk begins when the room ended whose hall it was before. */
const LED_SQL = `
SELECT r.title, r.language, greatest(r.live_at, before.ended_at) AS "from", r.ended_at AS "to", ${ledAsSql("$2::uuid")} AS role
FROM room r LEFT JOIN room before ON before.id = r.after_talk_of_id
WHERE r.id = $1::uuid AND r.main_room_id IS NULL AND r.status = 'ended' AND r.live_at < r.ended_at`;

/** Since when it was live, and when it ended. */
export type LedRoom = { id: RoomId; title: string; language: string; from: Date; to: Date };

/** A main room that is over, for whoever led it; null for everybody else, and for one that was never live. */
export async function ledRoom(caller: Onlooker, roomId: RoomId): Promise<LedRoom | null> {
  if (!caller || !(await visibleRoom({ id: caller.id }, roomId))) return null;
  const { rows } = await hotPool().query<Omit<LedRoom, "id"> & { role: ShowRole | null }>({
    name: "led-room",
    text: LED_SQL,
    values: [roomId, caller.id],
  });
  const [row] = rows;
  if (!row || !canWithShow(row.role, "readFigures")) return null;
  const { role: _, ...room } = row;
  return { id: roomId, ...room };
}
