import { FOLLOWERS_HEAR } from "@/lib/domain/notifications/episode-news";
import type { NotificationChannel } from "@/lib/domain/notifications/settings";
import { mayHearOfGoingLiveSql, mayHearOfInRoomSql, stillWantedSql } from "./told-sql-parts";

/** The kinds of news of which whoever follows the show is told as well, as the right side of an SQL `IN`. */
export const FOLLOWERS_HEAR_SQL = `(${FOLLOWERS_HEAR.map((kind) => `'${kind}'`).join(", ")})`;

/** By which line of the settings somebody is told of `episode_news n`: kindOfNews in SQL. */
const KIND_OF_NEWS_SQL = "CASE WHEN n.kind IN ('soon', 'live') THEN 'episode' ELSE 'episode_change' END";

/**
 * A condition on `episode_news n` of `episode e` and `room r`: it is still so. A move is over with the next one, of what is called off
 * only that is told, and a reminder is of the hour that still stands. What was moved and renamed in one act is told as a move, with the new title.
 */
export const NEWS_STANDS_SQL = `(CASE n.kind
  WHEN 'moved' THEN e.cancelled_at IS NULL AND NOT EXISTS (
    SELECT FROM episode_news l WHERE l.room_id = n.room_id AND l.kind = 'moved' AND l.sequence > n.sequence)
  WHEN 'renamed' THEN e.cancelled_at IS NULL AND NOT EXISTS (
    SELECT FROM episode_news l WHERE l.room_id = n.room_id
      AND ((l.kind = 'renamed' AND l.sequence > n.sequence) OR (l.kind = 'moved' AND l.sequence = n.sequence)))
  WHEN 'soon' THEN r.status = 'scheduled' AND r.scheduled_for = n.to_at
  ELSE true END)`;

/** The person that an SQL expression names asked for the episode of `episode_news n` before it was news, and is told of it. */
const askedSql = (
  person: string,
): string => `EXISTS (SELECT FROM rsvp v WHERE v.room_id = n.room_id AND v.person_id = ${person}
  AND v.at <= n.at AND (n.kind <> 'soon' OR v.remind))`;

/** They follow its show, and are told of it. */
const followsSql = (person: string): string => `(n.kind IN ${FOLLOWERS_HEAR_SQL} AND EXISTS (
  SELECT FROM show_follow sf WHERE sf.show_id = n.show_id AND sf.person_id = ${person} AND sf.followed_at <= n.at))`;

/** They asked for the episode or follow its show, before it was news. */
export const hearsSql = (person: string): string => `(${askedSql(person)} OR ${followsSql(person)})`;

/**
 * They are not told already, by this channel, that somebody whom they follow opened this very room. `changed`: the column of their settings.
 */
const notToldOfHostSql = (person: string, channel: NotificationChannel, changed: string): string => `NOT (
  n.kind = 'live' AND ${stillWantedSql("'went_live'", channel, changed)} AND EXISTS (
    SELECT FROM going_live g JOIN follow f ON f.followee_id = g.person_id AND f.follower_id = ${person}
    JOIN person p ON p.id = g.person_id WHERE g.room_id = n.room_id AND g.kind = 'went_live' AND g.at >= f.created_at
      AND ${mayHearOfGoingLiveSql(person)}))`;

/** A condition on `episode_news n`, `episode e`, `room r` and `person p`, whose room it is: it is listed for this person. */
export const listedNewsSql = (person: string, changed: string): string => `(${NEWS_STANDS_SQL}
  AND ${stillWantedSql(KIND_OF_NEWS_SQL, "app", changed)} AND ${mayHearOfInRoomSql(person)}
  AND ${notToldOfHostSql(person, "app", changed)})`;

/**
 * The source of `told` (told-sql.ts) that is of episodes: those for which the person $1 asked, by the person, and those of the shows that
 * they follow, by the show and the moment.
 */
export const toldOfEpisodesSql = (before: string, limit: number): string => `
  (SELECT ${KIND_OF_NEWS_SQL}, n.at, n.room_id::text || n.sequence || n.kind, n.room_id, p.id, 0, NULL, NULL, n.sequence, n.kind::text, NULL, NULL, NULL, NULL
  FROM (
    SELECT n.* FROM rsvp v JOIN episode_news n ON n.room_id = v.room_id AND n.at > (SELECT since FROM me)
    WHERE v.person_id = $1::uuid
    UNION
    SELECT n.* FROM show_follow f JOIN episode_news n ON n.show_id = f.show_id AND n.at > (SELECT since FROM me)
    WHERE f.person_id = $1::uuid
  ) n
  JOIN episode e ON e.room_id = n.room_id JOIN room r ON r.id = n.room_id JOIN person p ON p.id = r.created_by_id
  WHERE (n.at, n.room_id::text || n.sequence || n.kind) < ${before} AND ${hearsSql("$1::uuid")}
    AND ${listedNewsSql("$1::uuid", "(SELECT changed FROM me)")}
  ORDER BY n.at DESC, 3 DESC LIMIT ${limit})`;
