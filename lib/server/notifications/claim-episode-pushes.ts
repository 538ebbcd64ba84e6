import type { EpisodeNews } from "@/lib/domain/notifications/episode-news";
import { kindOfNews } from "@/lib/domain/notifications/episode-news";
import { channelsNow } from "@/lib/domain/notifications/settings";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql, type Sql } from "@/lib/server/postgres/sql";
import { FOLLOWERS_HEAR_SQL, NEWS_STANDS_SQL } from "@/lib/server/queries/notifications/episode-news-sql";
import { settingsOf } from "@/lib/server/queries/notifications/notification-settings";
import { mayHearOfInRoomSql } from "@/lib/server/queries/notifications/told-sql-parts";
import type { ClaimedPush } from "./claim-pushes";
import type { PushTarget } from "./deliver-push";
import { type ClaimedSettings, NOBODY, PUSHES_A_CLAIM, type PushPlace, placeAfter, settingsRowOf } from "./push-place";

/** News of an episode, of which pushes or mails are still to go out. */
export type NewsKey = { roomId: string; sequence: number; kind: EpisodeNews };

/** People looked at by one claim: most of those who ask for an episode take pushes, and more would be looked at again by the next. */
const PEOPLE_A_CLAIM = 100;

/** Then it is no news any more, however many are still to be told. */
const NEWS_FOR = "interval '2 hours'";

/** Those who asked for the episode, then those who follow its show. */
const ROUNDS = 2;

const DUE_SQL = `SELECT n.room_id AS "roomId", n.sequence, n.kind::text AS kind FROM episode_news n
WHERE n.pushes_ended_at IS NULL ORDER BY n.at LIMIT 100`;

/** All news of which pushes are still to go out, the first first. */
export const dueEpisodePushes = (sql: Sql): Promise<NewsKey[]> => sql.rows("due-episode-pushes", DUE_SQL, []);

const THIS_ONE = "n.room_id = $1::uuid AND n.sequence = $2::int AND n.kind::text = $3::text";

/** Whoever else claims of the same is passed by: no two claims hold the same people. */
const LOCK_SQL = `
SELECT n.push_round AS round, coalesce(n.pushed_person_id, '${NOBODY}') AS "personId",
  coalesce(n.pushed_subscription_id, '${NOBODY}') AS "subscriptionId", n.to_at AS "toAt", n.from_title AS "fromTitle",
  r.title, r.scheduled_for AS "scheduledFor", e.cancel_reason AS reason, sh.title AS "showTitle",
  NOT ${NEWS_STANDS_SQL} OR n.at < $4::timestamptz - ${NEWS_FOR} OR r.status::text <> CASE n.kind WHEN 'live' THEN 'live'
    WHEN 'cancelled' THEN 'ended' ELSE 'scheduled' END AS over
FROM episode_news n JOIN episode e ON e.room_id = n.room_id JOIN room r ON r.id = n.room_id LEFT JOIN show sh ON sh.id = r.show_id
WHERE ${THIS_ONE} AND n.pushes_ended_at IS NULL
FOR UPDATE OF n SKIP LOCKED`;

/** Of each round: whose turn it may be from the person $4 on, and by whose clock they are told. */
const NEAR_SQL = [
  `SELECT v.person_id, v.at AS since, v.time_zone, v.remind AS hears FROM rsvp v
  WHERE v.room_id = $1::uuid AND v.person_id >= $4::uuid ORDER BY v.person_id LIMIT ${PEOPLE_A_CLAIM}`,
  `SELECT f.person_id, f.followed_at AS since, f.time_zone, false AS hears FROM show_follow f
  WHERE f.show_id = (SELECT n.show_id FROM episode_news n WHERE ${THIS_ONE}) AND f.person_id >= $4::uuid
  ORDER BY f.person_id LIMIT ${PEOPLE_A_CLAIM}`,
] as const;

/** Of what the round hears. Whoever asked before it was news had their turn in the first. */
const HEARS_SQL = [
  "(n.kind <> 'soon' OR near.hears)",
  `n.kind IN ${FOLLOWERS_HEAR_SQL} AND NOT EXISTS (
    SELECT FROM rsvp v WHERE v.room_id = n.room_id AND v.person_id = near.person_id AND v.at <= n.at)`,
] as const;

/** The people $4 and after, by the index, and of them the subscriptions behind ($4, $5), few enough for one claim. */
const NEXT_SQL = [0, 1].map(
  (round) => `
WITH near AS (${NEAR_SQL[round]}),
found AS (
  SELECT near.person_id, near.time_zone AS told_zone, s.id, s.endpoint, s.p256dh, s.auth, s.locale, t.changed, t.paused_until, t.quiet_from,
    t.quiet_until, t.time_zone
  FROM near
  JOIN push_subscription s ON s.person_id = near.person_id
  JOIN session ON session.token_hash = s.session_hash AND session.expires_at > now()
  JOIN person q ON q.id = near.person_id AND q.banned_at IS NULL AND q.given_up_at IS NULL
  JOIN episode_news n ON ${THIS_ONE}
  JOIN room r ON r.id = n.room_id JOIN person p ON p.id = r.created_by_id
  LEFT JOIN notification_settings t ON t.person_id = near.person_id
  WHERE (near.person_id, s.id) > ($4::uuid, $5::uuid) AND near.since <= n.at AND s.created_at <= n.at AND ${HEARS_SQL[round]}
    AND ${mayHearOfInRoomSql("near.person_id")}
  ORDER BY near.person_id, s.id LIMIT ${PUSHES_A_CLAIM})
SELECT (SELECT count(*)::int FROM near) AS looked, (SELECT near.person_id FROM near ORDER BY near.person_id DESC LIMIT 1) AS last,
  coalesce((SELECT json_agg(f ORDER BY f.person_id, f.id) FROM found f), '[]') AS found`,
);

const MOVE_SQL = `
UPDATE episode_news n SET push_round = $4::smallint, pushed_person_id = $5::uuid, pushed_subscription_id = $6::uuid,
  pushes_ended_at = CASE WHEN $7::boolean THEN now() END
WHERE ${THIS_ONE}`;

type Standing = {
  round: number;
  personId: string;
  subscriptionId: string;
  toAt: Date | null;
  fromTitle: string | null;
  title: string;
  scheduledFor: Date | null;
  reason: string;
  showTitle: string | null;
  over: boolean;
};

type Found = PushTarget &
  ClaimedSettings & {
    person_id: string;
    told_zone: string;
    id: string;
    locale: string;
  };

/**
 * Takes the next pushes of an episode's news and moves past them, as claimPushes does of a going live: each is sent once at most,
 * whatever crashes. Null where there is nothing to do: all are told, it is over, or another process is at it.
 */
export async function claimEpisodePushes(news: NewsKey, now: Date): Promise<ClaimedPush[] | null> {
  return inTransaction(async (tx) => {
    const sql = prismaSql(tx);
    const key = [news.roomId, news.sequence, news.kind];
    const [standing] = await sql.rows<Standing>(undefined, LOCK_SQL, [...key, now]);
    if (!standing) return null;
    const { round, personId, subscriptionId } = standing;
    const move = (to: PushPlace) =>
      sql.rows(undefined, MOVE_SQL, [...key, to.round, to.person, to.subscription, to.ended]);
    if (standing.over) {
      await move({ round, person: personId, subscription: subscriptionId, ended: true });
      return null;
    }
    const place = [...key, personId, subscriptionId];
    const [next] = await sql.rows<Next>(undefined, NEXT_SQL[round] ?? "", place);
    const { looked = 0, last = null, found = [] } = next ?? {};
    const end = found.at(-1);
    const newest = end ? { person: end.person_id, subscription: end.id } : null;
    const seen = { looked, last, found: found.length, newest };
    await move(placeAfter(round, seen, { peopleAClaim: PEOPLE_A_CLAIM, rounds: ROUNDS }));
    return found.flatMap((one) => wanted(one, standing, news, now));
  });
}

type Next = { looked: number; last: string | null; found: Found[] };

function wanted(found: Found, standing: Standing, { roomId, kind: news }: NewsKey, now: Date): ClaimedPush[] {
  const row = settingsRowOf(found);
  if (!channelsNow(kindOfNews(news), settingsOf(row), { now, muted: false }).includes("push")) return [];
  const { id, endpoint, p256dh, auth, locale, told_zone: zone } = found;
  const { title, fromTitle, reason, showTitle, toAt, scheduledFor } = standing;
  const facts = { news, roomId, title, fromTitle, reason, showTitle, at: toAt ?? scheduledFor, zone };
  return [{ subscriptionId: id, target: { endpoint, p256dh, auth }, locale, facts }];
}
