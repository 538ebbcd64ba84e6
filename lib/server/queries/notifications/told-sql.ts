import type { ClubNews } from "@/lib/domain/notifications/club-news";
import { clubVisibleSql } from "@/lib/server/queries/clubs/club-visibility";
import { LEADING_ROLES_SQL } from "@/lib/server/queries/clubs/leaders";
import { toldOfEpisodesSql } from "./episode-news-sql";
import { toldOfDecisionsSql } from "./told-of-decisions-sql";
import { toldOfShowsSql } from "./told-of-shows-sql";
import { mayHearOfGoingLiveSql, mayHearOfInRoomSql, mayHearOfSql, stillWantedSql } from "./told-sql-parts";

/** What is older is no news any more. */
export const LONGEST_AGO = "now() - interval '7 days'";

/** Until when the person $1 has seen what there is. */
export const SEEN_AT =
  "coalesce((SELECT s.seen_at FROM notification_settings s WHERE s.person_id = $1::uuid), '-infinity')";

/** Of those who follow one person, or ask to be let into their clubs, the newest so many are looked at: they are said as sums. */
const MAX_SUMMED = 1_000;

/** The same of something that `person p` does in `club c`. */
const mayHearOfInClubSql = (viewer: string): string => `(${mayHearOfSql(viewer)} AND ${clubVisibleSql(viewer)})`;

/**
 * `told`, a part of a WITH: what the person $1 is told by a channel that is later than `since` and stands before the place
 * `before`, an SQL expression each, at most `limit` of each source. Of what followees did there is one row for all their
 * followers; it is found through the follow primary key. Of follows, invitations to clubs and stages, and those who ask to be let in, only what
 * still stands is told; follows, and those who ask at one club, of a day (UTC) as one. Pushes, which ring, are claimed instead
 * (lib/server/notifications), and so are the mails that tell of an episode, each by itself.
 */
export const toldSql = (channel: "app" | "mail", since: string, before: string, limit: number): string => `
me AS MATERIALIZED (
  SELECT coalesce((SELECT s.changed FROM notification_settings s WHERE s.person_id = $1::uuid), '{}') AS changed,
    greatest(${LONGEST_AGO}, ${since}) AS since),
told AS (
  (SELECT g.kind::text AS kind, g.at, g.room_id::text || g.person_id::text AS key, g.room_id, g.person_id, 0 AS others,
    NULL::uuid AS club_id, NULL AS club_news, NULL::int AS episode_sequence, NULL AS episode_news, NULL::uuid AS guest_id, NULL::uuid AS show_id,
    NULL AS interprets, NULL AS decision
  FROM follow f
  JOIN going_live g ON g.person_id = f.followee_id AND g.at >= f.created_at AND g.at > (SELECT since FROM me)
  JOIN person p ON p.id = g.person_id JOIN room r ON r.id = g.room_id
  WHERE f.follower_id = $1::uuid AND (g.at, g.room_id::text || g.person_id::text) < ${before}
    AND ${stillWantedSql("g.kind::text", channel, "(SELECT changed FROM me)")} AND ${mayHearOfGoingLiveSql("$1::uuid")}
  ORDER BY g.at DESC, key DESC LIMIT ${limit})
UNION ALL
  (SELECT 'ping', c.at, c.room_id::text, c.room_id, c.by_id, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM ping c JOIN person p ON p.id = c.by_id JOIN room r ON r.id = c.room_id
  WHERE c.person_id = $1::uuid AND c.at > (SELECT since FROM me) AND (c.at, c.room_id::text) < ${before}
    AND ${stillWantedSql("'ping'", channel, "(SELECT changed FROM me)")} AND ${mayHearOfInRoomSql("$1::uuid")}
  ORDER BY c.at DESC, c.room_id DESC LIMIT ${limit})
UNION ALL
  (SELECT 'follow', max(n.created_at), n.day, NULL,
    (array_agg(n.follower_id ORDER BY n.created_at DESC, n.follower_id))[1], count(*)::int - 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM (
    SELECT f.follower_id, f.created_at, to_char(f.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
    FROM follow f JOIN person p ON p.id = f.follower_id
    WHERE f.followee_id = $1::uuid AND f.created_at > ${LONGEST_AGO}
      AND ${stillWantedSql("'follow'", channel, "(SELECT changed FROM me)")} AND ${mayHearOfSql("$1::uuid")}
    ORDER BY f.created_at DESC LIMIT ${MAX_SUMMED}
  ) n GROUP BY n.day HAVING max(n.created_at) > (SELECT since FROM me) AND (max(n.created_at), n.day) < ${before})
UNION ALL ${toldOfClubsSql(channel, before, limit)}
UNION ALL ${toldOfShowsSql(channel, before, limit)}
${channel === "app" ? `UNION ALL ${toldOfEpisodesSql(before, limit)} UNION ALL ${toldOfDecisionsSql(before, limit)}` : ""}
)`;

/** The further sources of `told` whose news is of a club: who invited $1, who let them in, and who asks at a club that they lead. */
function toldOfClubsSql(channel: "app" | "mail", before: string, limit: number): string {
  const mayHear = `${stillWantedSql("'club'", channel, "(SELECT changed FROM me)")} AND ${mayHearOfInClubSql("$1::uuid")}`;
  /** Of a table whose rows name the person $1, the moment and who did it. */
  const mine = (table: string, at: string, by: string, news: ClubNews): string => `
  (SELECT 'club', w.${at}, '${news}' || w.club_id, NULL, w.${by}, 0, w.club_id, '${news}', NULL, NULL, NULL, NULL, NULL, NULL
  FROM ${table} w JOIN club c ON c.id = w.club_id JOIN person p ON p.id = w.${by}
  WHERE w.person_id = $1::uuid AND w.${at} > (SELECT since FROM me) AND (w.${at}, '${news}' || w.club_id) < ${before} AND ${mayHear}
  ORDER BY w.${at} DESC, w.club_id DESC LIMIT ${limit})`;
  return `${mine("club_invitation", "invited_at", "invited_by_id", "invited")}
UNION ALL ${mine("club_member", "joined_at", "admitted_by_id", "let_in")}
UNION ALL
  (SELECT 'club', max(n.asked_at), n.club_id || n.day, NULL,
    (array_agg(n.person_id ORDER BY n.asked_at DESC, n.person_id))[1], count(*)::int - 1, n.club_id, 'asked', NULL, NULL, NULL, NULL, NULL, NULL
  FROM (
    SELECT q.club_id, q.person_id, q.asked_at, to_char(q.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day
    FROM club_member l JOIN club c ON c.id = l.club_id JOIN club_request q ON q.club_id = c.id JOIN person p ON p.id = q.person_id
    WHERE l.person_id = $1::uuid AND l.role IN ${LEADING_ROLES_SQL} AND q.asked_at > ${LONGEST_AGO} AND ${mayHear}
    ORDER BY q.asked_at DESC LIMIT ${MAX_SUMMED}
  ) n GROUP BY n.club_id, n.day
  HAVING max(n.asked_at) > (SELECT since FROM me) AND (max(n.asked_at), n.club_id || n.day) < ${before})`;
}
