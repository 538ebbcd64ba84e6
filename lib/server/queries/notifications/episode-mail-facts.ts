import type { EpisodeNews } from "@/lib/domain/notifications/episode-news";
import { hotPool } from "@/lib/server/postgres/db";
import { NEWS_STANDS_SQL } from "./episode-news-sql";
import { type SettingsRow, settingsOf } from "./notification-settings";
import { mayHearOfInRoomSql } from "./told-sql-parts";

/** What a mail of an episode's news says, and to whom. `settings`: null for an address without an account. */
export type EpisodeMailFacts = {
  to: string;
  locale: string;
  zone: string;
  news: EpisodeNews;
  roomId: string;
  title: string;
  fromTitle: string | null;
  reason: string;
  showTitle: string | null;
  scheduledFor: Date | null;
  fromAt: Date | null;
  settings: ReturnType<typeof settingsOf> | null;
};

type Row = Omit<EpisodeMailFacts, "settings"> & SettingsRow;

/** What is not past, still stands, and may be known by whoever it is written to, judged when it is written. */
const stillSql = (person: string): string => `n.room_id = $1::uuid AND n.sequence = $2::int AND n.kind::text = $3::text
  AND ${NEWS_STANDS_SQL} AND ${mayHearOfInRoomSql(person)} AND coalesce(r.scheduled_for > $5::timestamptz, true)
  AND r.status::text = CASE n.kind WHEN 'cancelled' THEN 'ended' ELSE 'scheduled' END`;

const NEWS_SQL = `n.kind::text AS news, r.id AS "roomId", r.title, n.from_title AS "fromTitle", e.cancel_reason AS reason,
  sh.title AS "showTitle", r.scheduled_for AS "scheduledFor", n.from_at AS "fromAt"`;

const FROM_NEWS_SQL = `FROM episode_news n JOIN episode e ON e.room_id = n.room_id JOIN room r ON r.id = n.room_id
  JOIN person p ON p.id = r.created_by_id LEFT JOIN show sh ON sh.id = r.show_id`;

const FACTS_SQL = {
  member: `SELECT q.email AS to, v.locale, v.time_zone AS zone, ${NEWS_SQL}, t.changed, t.paused_until AS "pausedUntil",
    t.quiet_from AS "quietFrom", t.quiet_until AS "quietUntil", t.time_zone AS "timeZone"
    ${FROM_NEWS_SQL} JOIN rsvp v ON v.room_id = n.room_id AND v.person_id = $4::uuid
    JOIN person q ON q.id = v.person_id AND q.email IS NOT NULL AND q.email_verified_at IS NOT NULL AND q.banned_at IS NULL AND q.given_up_at IS NULL
    LEFT JOIN notification_settings t ON t.person_id = q.id WHERE ${stillSql("$4::uuid")}`,
  address: `SELECT m.address AS to, m.locale, m.time_zone AS zone, ${NEWS_SQL}, NULL AS changed, NULL AS "pausedUntil",
    NULL AS "quietFrom", NULL AS "quietUntil", NULL AS "timeZone"
    ${FROM_NEWS_SQL} JOIN mail_reminder m ON m.id = $4::uuid AND m.confirmed_at IS NOT NULL WHERE ${stillSql("NULL::uuid")}`,
} as const;

type Asked = { roomId: string; sequence: number; kind: EpisodeNews; round: "member" | "address"; recipientId: string };

/** Null where nobody is to be written to any more: it is past, taken back, or not for them to know. */
export async function episodeMailFacts(asked: Asked, now: Date): Promise<EpisodeMailFacts | null> {
  const { rows } = await hotPool().query<Row>({
    name: `episode-mail-${asked.round}`,
    text: FACTS_SQL[asked.round],
    values: [asked.roomId, asked.sequence, asked.kind, asked.recipientId, now],
  });
  const [row] = rows;
  if (!row) return null;
  const { changed, pausedUntil, quietFrom, quietUntil, timeZone, ...facts } = row;
  const settings =
    asked.round === "member" ? settingsOf({ changed, pausedUntil, quietFrom, quietUntil, timeZone }) : null;
  return { ...facts, settings };
}
