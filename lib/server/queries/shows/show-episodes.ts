import type { ShowId } from "@/lib/domain/ids";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import { hotPool } from "@/lib/server/postgres/db";
import { type Onlooker, VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { PlannedEpisodeView, ShowEpisodes } from "@/lib/wire/shows/views";
import { showVisibleSql } from "./show-visibility";

const MOST_TO_COME = 100;
const MOST_PAST = 30;

/** Those that the person $1 may know of, and all of them to whoever leads the show. An episode called off is to come until its hour; what was never live is no past. */
const EPISODES_SQL = `
WITH known AS (
  SELECT r.id, r.title, r.language, r.status, r.scheduled_for, r.occurrence, e.minutes, e.own, e.published_at, e.cancelled_at, e.cancel_reason,
    coalesce(r.live_at, r.scheduled_for, r.created_at) AS was_at,
    r.live_at, r.status IN ('scheduled', 'live') OR (e.cancelled_at IS NOT NULL AND r.scheduled_for > now()) AS to_come
  FROM show sh JOIN room r ON r.show_id = sh.id JOIN episode e ON e.room_id = r.id
  WHERE sh.id = $2::uuid AND ${showVisibleSql("$1::uuid")} AND r.main_room_id IS NULL
    AND (EXISTS (SELECT FROM show_host me WHERE me.show_id = sh.id AND me.person_id = $1::uuid)
      OR (e.published_at IS NOT NULL AND ${VISIBLE_SQL})))
(SELECT * FROM known WHERE to_come ORDER BY status = 'live' DESC, scheduled_for NULLS LAST, id LIMIT ${MOST_TO_COME})
UNION ALL
(SELECT * FROM known WHERE NOT to_come AND cancelled_at IS NULL AND live_at IS NOT NULL ORDER BY was_at DESC, id LIMIT ${MOST_PAST})`;

type EpisodeRow = {
  id: string;
  title: string;
  language: string;
  status: RoomStatus;
  scheduled_for: Date | null;
  occurrence: string | null;
  minutes: number;
  own: boolean;
  published_at: Date | null;
  cancelled_at: Date | null;
  cancel_reason: string;
  to_come: boolean;
};

/** The episodes of a show, of those that `caller` may know of: none of a show of which they may not. */
export async function showEpisodes(caller: Onlooker, showId: ShowId): Promise<ShowEpisodes> {
  const values = [caller?.id ?? null, showId];
  const { rows } = await hotPool().query<EpisodeRow>({ name: "show-episodes", text: EPISODES_SQL, values });
  return {
    toCome: rows.filter((row) => row.to_come).map(toEpisode),
    past: rows.filter((row) => !row.to_come).map(toEpisode),
  };
}

const toEpisode = ({
  id,
  title,
  language,
  status,
  occurrence,
  minutes,
  own,
  ...row
}: EpisodeRow): PlannedEpisodeView => ({
  ...{ id, title, language, status, occurrence, minutes, own },
  scheduledFor: row.scheduled_for?.toISOString() ?? null,
  isDraft: row.published_at === null,
  cancelled: row.cancelled_at && { at: row.cancelled_at.toISOString(), reason: row.cancel_reason },
});
