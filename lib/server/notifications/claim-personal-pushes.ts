import { channelsNow, type NotificationKind } from "@/lib/domain/notifications/settings";
import type { Sql } from "@/lib/server/postgres/sql";
import { clubVisibleSql } from "@/lib/server/queries/clubs/club-visibility";
import { LEADING_ROLES_SQL } from "@/lib/server/queries/clubs/leaders";
import { type SettingsRow, settingsOf } from "@/lib/server/queries/notifications/notification-settings";
import {
  guestStandsSql,
  hostStandsSql,
  interpreterStandsSql,
} from "@/lib/server/queries/notifications/told-of-shows-sql";
import { mayHearOfSql } from "@/lib/server/queries/notifications/told-sql-parts";
import { roomVisibleSql } from "@/lib/server/queries/rooms/visibility";
import type { ClaimedPush } from "./claim-pushes";
import type { PushFacts } from "./push-text";

/** Those who follow, or ask at one club, within this time are one push. */
const GATHERED = "interval '1 minute'";

const MAX_A_CLAIM = 100;

/** What is still news to m.person_id of what m.by_id did in `club c`, a ClubNews; null where it is over by now. */
const NEWS_SQL = `CASE
  WHEN EXISTS (SELECT FROM club_invitation i WHERE i.club_id = c.id AND i.person_id = m.person_id) THEN 'invited'
  WHEN EXISTS (SELECT FROM club_member n WHERE n.club_id = c.id AND n.person_id = m.person_id AND n.admitted_by_id = m.by_id) THEN 'let_in'
  WHEN EXISTS (SELECT FROM club_request q JOIN club_member l ON l.club_id = q.club_id WHERE q.club_id = c.id AND q.person_id = m.by_id
    AND l.person_id = m.person_id AND l.role IN ${LEADING_ROLES_SQL}) THEN 'asked' END`;

const CLUB_JSON_SQL = `CASE WHEN c.id IS NOT NULL
  THEN json_build_object('id', c.id, 'handle', c.handle, 'name', c.name, 'news', ${NEWS_SQL}) END`;

/** Of what m.person_id is told by a push of kind `show`: as it is by now, null where it is over. */
const GUEST_SQL = `(SELECT json_build_object('id', w.id, 'title', r.title) FROM episode_guest w JOIN room r ON r.id = w.room_id
  WHERE w.id = m.guest_id AND ${guestStandsSql("m.person_id")})`;
const SHOW_SQL = `(SELECT json_build_object('id', sh.id, 'slug', sh.slug, 'title', sh.title, 'role', h.role)
  FROM show_host h JOIN show sh ON sh.id = h.show_id WHERE sh.id = m.show_id AND ${hostStandsSql("m.person_id")})`;
const INTERPRETING_SQL = `(SELECT json_build_object('id', r.id, 'title', r.title, 'language', i.language)
  FROM interpreter i JOIN room r ON r.id = i.room_id WHERE i.id = m.interpreter_id AND ${interpreterStandsSql("m.person_id")})`;

/** What was claimed is gone: nobody sends it twice, and what a process that died had claimed is not sent. */
const CLAIM_SQL = `
WITH due AS (
  SELECT c.id FROM personal_push c WHERE c.kind IN ('ping', 'show') OR c.at < now() - ${GATHERED}
  ORDER BY c.at LIMIT ${MAX_A_CLAIM} FOR UPDATE SKIP LOCKED),
claimed AS (
  DELETE FROM personal_push c USING due WHERE c.id = due.id RETURNING c.*),
summed AS (
  SELECT c.person_id, c.kind, c.room_id, c.club_id, c.show_id, c.guest_id, c.interpreter_id, (array_agg(c.by_id ORDER BY c.at DESC))[1] AS by_id, count(*)::int - 1 AS others
  FROM claimed c GROUP BY c.person_id, c.kind, c.room_id, c.club_id, c.show_id, c.guest_id, c.interpreter_id)
SELECT m.kind, m.others, p.name, r.id AS "roomId", r.title, ${CLUB_JSON_SQL} AS club, ${GUEST_SQL} AS guest, ${SHOW_SQL} AS show, ${INTERPRETING_SQL} AS interpreting, s.id AS "subscriptionId", s.endpoint, s.p256dh, s.auth, s.locale,
  t.changed, t.paused_until AS "pausedUntil", t.quiet_from AS "quietFrom", t.quiet_until AS "quietUntil", t.time_zone AS "timeZone"
FROM summed m
JOIN person p ON p.id = m.by_id JOIN person q ON q.id = m.person_id AND q.banned_at IS NULL AND q.given_up_at IS NULL
JOIN push_subscription s ON s.person_id = m.person_id
JOIN session ON session.token_hash = s.session_hash AND session.expires_at > now()
LEFT JOIN room r ON r.id = m.room_id LEFT JOIN club c ON c.id = m.club_id
LEFT JOIN notification_settings t ON t.person_id = m.person_id
WHERE ${mayHearOfSql("m.person_id")} AND (m.room_id IS NULL OR (r.status = 'live' AND ${roomVisibleSql("m.person_id")}))
  AND (m.club_id IS NULL OR (${NEWS_SQL} IS NOT NULL AND ${clubVisibleSql("m.person_id")}))
  AND (m.kind <> 'show' OR ${GUEST_SQL} IS NOT NULL OR ${SHOW_SQL} IS NOT NULL OR ${INTERPRETING_SQL} IS NOT NULL)`;

type Row = SettingsRow & {
  kind: NotificationKind;
  others: number;
  name: string;
  roomId: string | null;
  title: string | null;
  club: PushFacts["club"];
  guest: PushFacts["guest"];
  show: PushFacts["show"];
  interpreting: PushFacts["interpreting"];
  subscriptionId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  locale: string;
};

/** Takes what is to be pushed to single people: calls and invitations at once, what can come from many summed. */
export async function claimPersonalPushes(sql: Sql, now: Date): Promise<ClaimedPush[]> {
  const rows = await sql.rows<Row>("claim-personal-pushes", CLAIM_SQL, []);
  return rows
    .filter((row) => channelsNow(row.kind, settingsOf(row), { now, muted: false }).includes("push"))
    .map(
      ({
        kind,
        others,
        name,
        roomId,
        title,
        club,
        guest,
        show,
        interpreting,
        subscriptionId,
        endpoint,
        p256dh,
        auth,
        locale,
      }) => ({
        ...{ subscriptionId, target: { endpoint, p256dh, auth }, locale },
        facts: {
          kind,
          name,
          others,
          room: roomId && title !== null ? { id: roomId, title } : null,
          club,
          guest,
          show,
          interpreting,
        },
      }),
    );
}
