import type { RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";

/** The channel on which processes hear of it; the payload is the room's id, a space, the episode's sequence, a space, and the kind. */
export const EPISODE_NEWS_CHANNEL = "episode_news";

/** `from`: the hour, or the title, before. `live`: it has gone live. */
export type EpisodeChange =
  | { roomId: RoomId; kind: "moved"; from: Date }
  | { roomId: RoomId; kind: "renamed"; from: string }
  | { roomId: RoomId; kind: "cancelled" | "live" };

/**
 * Whether `room r` is the next of its show, or was before it moved from the hour $3. Whoever follows a show is told of that one alone, else a
 * new rhythm, and the end of a show, would be told once for each of its episodes.
 */
const IS_NEXT_SQL = `NOT EXISTS (SELECT FROM room o WHERE o.show_id = r.show_id AND o.id <> r.id AND o.main_room_id IS NULL
  AND o.scheduled_for > now() AND o.scheduled_for < coalesce($3::timestamptz, r.scheduled_for))`;

/**
 * A move that nobody has been told of yet is taken over: they are told of one, from the hour that they know. A push or a mail that
 * is being claimed at this moment holds its row, so that it is either told or taken over.
 */
const TELL_SQL = `
WITH taken_over AS (
  UPDATE episode_news n SET pushes_ended_at = now(), mails_ended_at = now()
  FROM episode e WHERE e.room_id = $1::uuid AND n.room_id = e.room_id AND $2::text IN ('moved', 'cancelled') AND n.kind = 'moved'
    AND n.sequence < e.sequence AND n.pushes_ended_at IS NULL AND n.pushed_person_id IS NULL AND n.push_round = 0
    AND n.mails_ended_at IS NULL AND n.mailed_id IS NULL AND n.mail_round = 0
  RETURNING n.from_at, n.sequence),
told AS (
  INSERT INTO episode_news (room_id, show_id, sequence, kind, from_at, to_at, from_title)
  SELECT e.room_id, CASE WHEN $2::text = 'live' OR ${IS_NEXT_SQL} THEN r.show_id END, e.sequence, $2::text::"EpisodeNewsKind",
    CASE WHEN $2::text = 'moved' THEN coalesce((SELECT t.from_at FROM taken_over t ORDER BY t.sequence LIMIT 1), $3::timestamptz) END,
    CASE WHEN $2::text = 'moved' THEN r.scheduled_for END, $4::text
  FROM episode e JOIN room r ON r.id = e.room_id WHERE e.room_id = $1::uuid AND e.published_at IS NOT NULL
  ON CONFLICT DO NOTHING RETURNING room_id, sequence, kind)
SELECT pg_notify('${EPISODE_NEWS_CHANNEL}', room_id || ' ' || sequence || ' ' || kind)::text FROM told`;

/**
 * Whoever asked for this episode, or follows the show of which it is the next, is told what became of it: one row, however many they are, and one word to the
 * processes at commit. Who is told is found on reading. Called in the transaction that changes the episode, after its row, its
 * `sequence` and its room are changed; once a sequence and kind, however often. Of a draft nobody is told.
 */
export async function tellEpisodeNews(sql: Sql, change: EpisodeChange): Promise<void> {
  const fromAt = change.kind === "moved" ? change.from : null;
  const fromTitle = change.kind === "renamed" ? change.from : null;
  await sql.rows("tell-episode-news", TELL_SQL, [change.roomId, change.kind, fromAt, fromTitle]);
}
