import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import { TO_COME_SQL } from "@/lib/server/queries/shows/announced-sql";
import { showVisibleSql } from "@/lib/server/queries/shows/show-visibility";
import type { PersonProfile } from "@/lib/wire/people/views";

const ROOMS_SHOWN = 5;
const EPISODES_SHOWN = 5;

const LIVE_SQL = `
SELECT r.id, r.title, r.open_seats AS "openSeats" FROM room r
WHERE r.created_by_id = $2 AND r.status = 'live' AND r.main_room_id IS NULL AND ${VISIBLE_SQL}
ORDER BY r.live_at DESC, r.id LIMIT ${ROOMS_SHOWN}`;

const EPISODES_SQL = `
SELECT r.id, r.title, sh.title AS show, r.scheduled_for AS "scheduledFor"
FROM show_host h JOIN show sh ON sh.id = h.show_id JOIN room r ON r.show_id = sh.id
WHERE h.person_id = $2 AND ${TO_COME_SQL} AND ${VISIBLE_SQL} AND ${showVisibleSql("$1::uuid")}
ORDER BY r.scheduled_for NULLS LAST, r.id LIMIT ${EPISODES_SHOWN}`;

/** The live rooms that a person opened, of those that the viewer may know of, the newest first. */
export async function liveRoomsOf(viewer: PersonId | null, personId: string): Promise<PersonProfile["liveRooms"]> {
  return (await hotPool().query<PersonProfile["liveRooms"][number]>(LIVE_SQL, [viewer, personId])).rows;
}

type EpisodeRow = { id: string; title: string; show: string; scheduledFor: Date | null };

/** The next episodes of a person's shows, of those that the viewer may know of. */
export async function episodesOf(viewer: PersonId | null, personId: string): Promise<PersonProfile["episodes"]> {
  const { rows } = await hotPool().query<EpisodeRow>(EPISODES_SQL, [viewer, personId]);
  return rows.map(({ scheduledFor, ...episode }) => ({
    ...episode,
    scheduledFor: scheduledFor?.toISOString() ?? null,
  }));
}
