import type { PersonId, RoomId } from "@/lib/domain/ids";
import { EPISODES_AHEAD } from "@/lib/domain/shows/show";
import { env } from "@/lib/env";
import type { CalendarEpisode } from "@/lib/server/calendar/write-calendar";
import { hotPool } from "@/lib/server/postgres/db";
import { HIDDEN_KINDS_SQL, roomVisibleSql } from "@/lib/server/queries/rooms/visibility";

/** What is longer past is in no feed any more: calendars keep what they have read. */
const PAST_KEPT = "interval '1 year'";

/** Of a person's own calendar, where much comes together. */
const MAX_MINE = 500;

/** An episode with a day, of which more is known than that its hosts plan it. */
const EPISODES_SQL = `
SELECT r.id, r.title, r.description, r.scheduled_for AS "startsAt", e.minutes, e.sequence, e.cancelled_at IS NOT NULL AS cancelled,
  e.changed_at AS "changedAt"
FROM episode e JOIN room r ON r.id = e.room_id
WHERE e.published_at IS NOT NULL AND r.scheduled_for IS NOT NULL`;

/** Of what everybody may know: never a closed room, nor one for members of a club. */
const FOR_ALL_SQL = `r.kind NOT IN ${HIDDEN_KINDS_SQL} AND ${roomVisibleSql("NULL::uuid")}`;

const ONE_SQL = `${EPISODES_SQL} AND r.id = $1::uuid AND ${FOR_ALL_SQL}`;

const OF_SHOW_SQL = `
(${EPISODES_SQL} AND r.show_id = $1::uuid AND ${FOR_ALL_SQL} AND r.scheduled_for > now() ORDER BY r.scheduled_for LIMIT ${2 * EPISODES_AHEAD})
UNION ALL
(${EPISODES_SQL} AND r.show_id = $1::uuid AND ${FOR_ALL_SQL} AND r.scheduled_for <= now() AND r.scheduled_for > now() - ${PAST_KEPT}
  ORDER BY r.scheduled_for DESC)
ORDER BY "startsAt", id`;

/** What they asked for, lead, or follow the show of, as far as they may know of it. */
const MINE_SQL = `${EPISODES_SQL} AND r.scheduled_for > now() - ${PAST_KEPT} AND ${roomVisibleSql("$1::uuid")} AND (
  r.id IN (SELECT v.room_id FROM rsvp v WHERE v.person_id = $1::uuid)
  OR r.id IN (SELECT h.room_id FROM episode_host h WHERE h.person_id = $1::uuid)
  OR r.created_by_id = $1::uuid
  OR r.show_id IN (SELECT h.show_id FROM show_host h WHERE h.person_id = $1::uuid
    UNION ALL SELECT f.show_id FROM show_follow f WHERE f.person_id = $1::uuid))
ORDER BY r.scheduled_for DESC, r.id LIMIT ${MAX_MINE}`;

type Row = Omit<CalendarEpisode, "uid" | "url"> & { id: string };

/** One episode as a visitor may know it; null where they may not. */
export async function oneEpisode(roomId: RoomId): Promise<CalendarEpisode | null> {
  return (await read("calendar-one", ONE_SQL, roomId))[0] ?? null;
}

/** A show's episodes as a visitor may know them: those of the last year, the next ones, and those among them that were called off. */
export const episodesOfShow = (showId: string): Promise<CalendarEpisode[]> =>
  read("calendar-show", OF_SHOW_SQL, showId);

/** What stands in a person's own calendar. */
export const myEpisodes = (personId: PersonId): Promise<CalendarEpisode[]> => read("calendar-mine", MINE_SQL, personId);

async function read(name: string, text: string, id: string): Promise<CalendarEpisode[]> {
  const { rows } = await hotPool().query<Row>({ name, text, values: [id] });
  return rows.map(({ id: roomId, ...row }) => ({
    ...row,
    uid: `${roomId}@${new URL(env().PLENUM_URL).host}`,
    url: new URL(`/rooms/${roomId}`, env().PLENUM_URL).href,
  }));
}
