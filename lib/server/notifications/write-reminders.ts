import { REMIND_BEFORE_MS } from "@/lib/domain/notifications/episode-news";
import { EPISODE_NEWS_CHANNEL } from "@/lib/server/notify/tell-episode-news";
import type { Sql } from "@/lib/server/postgres/sql";

/** Each hour of an episode once: one that was moved is reminded of again, by its new hour. */
const WRITE_SQL = `
WITH told AS (
  INSERT INTO episode_news (room_id, show_id, sequence, kind, at, to_at)
  SELECT r.id, r.show_id, e.sequence, 'soon', $1::timestamptz, r.scheduled_for FROM room r JOIN episode e ON e.room_id = r.id
  WHERE r.status = 'scheduled' AND r.scheduled_for > $1::timestamptz
    AND r.scheduled_for <= $1::timestamptz + ${REMIND_BEFORE_MS} * interval '1 millisecond' AND e.published_at IS NOT NULL
  ON CONFLICT DO NOTHING RETURNING room_id, sequence, kind)
SELECT pg_notify('${EPISODE_NEWS_CHANNEL}', room_id || ' ' || sequence || ' ' || kind)::text FROM told`;

/** Makes it news that an episode begins soon. Safe to repeat, and by several at once. */
export async function writeReminders(sql: Sql, now: Date): Promise<void> {
  await sql.rows("write-reminders", WRITE_SQL, [now]);
}
