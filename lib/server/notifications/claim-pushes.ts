import { channelsNow } from "@/lib/domain/notifications/settings";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql, type Sql } from "@/lib/server/postgres/sql";
import { settingsOf } from "@/lib/server/queries/notifications/notification-settings";
import { mayHearOfGoingLiveSql, stillWantedSql } from "@/lib/server/queries/notifications/told-sql-parts";
import type { PushTarget } from "./deliver-push";
import type { EpisodePushFacts } from "./episode-push-text";
import { type ClaimedSettings, NOBODY, PUSHES_A_CLAIM, type PushPlace, placeAfter, settingsRowOf } from "./push-place";
import type { PushFacts } from "./push-text";

/** A push that is to be sent now, by whoever claimed it and nobody else. */
export type ClaimedPush = {
  subscriptionId: string;
  target: PushTarget;
  locale: string;
  facts: PushFacts | EpisodePushFacts;
};

/** A person in a room, of whom pushes are still to go out. */
export type GoingLive = { personId: string; roomId: string };

/** Followers looked at by one claim. */
const FOLLOWERS_A_CLAIM = 1_000;

/** Nobody is called into a room whose host has not come in; one who does not come for so long is not waited for. */
const HOST_AWAITED = "interval '2 minutes'";

/** Whoever goes live again so soon is listed, and not pushed again. */
const AGAIN_SOON = "interval '10 minutes'";

/** Then it is no news any more, however many are still to be told. */
const NEWS_FOR = "interval '2 hours'";

/** Those who come most likely, then the others. */
const ROUNDS = 2;

const DUE_SQL = `SELECT g.person_id AS "personId", g.room_id AS "roomId" FROM going_live g
WHERE g.pushes_ended_at IS NULL ORDER BY g.at LIMIT 100`;

/** All of whom pushes are still to go out, the first first. */
export const duePushes = (sql: Sql): Promise<GoingLive[]> => sql.rows("due-pushes", DUE_SQL, []);

/** Whoever else claims of the same is passed by: no two claims hold the same people. */
const LOCK_SQL = `
SELECT g.kind::text AS kind, g.push_round AS round, coalesce(g.pushed_person_id, '${NOBODY}') AS "personId",
  coalesce(g.pushed_subscription_id, '${NOBODY}') AS "subscriptionId",
  r.title, p.name, EXISTS (SELECT FROM seat s WHERE s.room_id = r.id AND s.person_id = p.id AND s.closed_at IS NULL
    AND s.role <> 'listener') AS "onStage",
  r.status <> 'live' OR g.at < now() - ${NEWS_FOR} OR EXISTS (SELECT FROM going_live b WHERE b.person_id = g.person_id
    AND b.kind = g.kind AND b.at < g.at AND b.at > g.at - ${AGAIN_SOON}) AS over, g.at > now() - ${HOST_AWAITED} AS fresh
FROM going_live g JOIN room r ON r.id = g.room_id JOIN person p ON p.id = g.person_id
WHERE g.person_id = $1::uuid AND g.room_id = $2::uuid AND g.pushes_ended_at IS NULL
FOR UPDATE OF g SKIP LOCKED`;

/** Who asked for the episode that this room is, or follows its show, is told of that, and before all others (claim-episode-pushes.ts). */
const TOLD_OF_EPISODE_SQL = `(${stillWantedSql("'episode'", "push", "t.changed")} AND EXISTS (
  SELECT FROM episode_news w WHERE w.room_id = g.room_id AND w.kind = 'live' AND (
    EXISTS (SELECT FROM rsvp v WHERE v.room_id = w.room_id AND v.person_id = n.follower_id AND v.at <= w.at)
    OR EXISTS (SELECT FROM show_follow sf WHERE sf.show_id = w.show_id AND sf.person_id = n.follower_id AND sf.followed_at <= w.at))))`;

/**
 * The followers $3 and after, by the index of followee and follower, and of them the subscriptions behind ($3, $4) of round $5, at
 * most $6. Whether somebody comes most likely is read as it was when it was news, so that nobody changes the round meanwhile.
 */
const NEXT_SQL = `
WITH near AS (
  SELECT f.follower_id, f.created_at FROM follow f WHERE f.followee_id = $1::uuid AND f.follower_id >= $3::uuid
  ORDER BY f.follower_id LIMIT ${FOLLOWERS_A_CLAIM}),
found AS (
  SELECT n.follower_id, s.id, s.endpoint, s.p256dh, s.auth, s.locale, t.changed, t.paused_until, t.quiet_from, t.quiet_until, t.time_zone
  FROM near n
  JOIN push_subscription s ON s.person_id = n.follower_id
  JOIN session ON session.token_hash = s.session_hash AND session.expires_at > now()
  JOIN person q ON q.id = n.follower_id AND q.banned_at IS NULL AND q.given_up_at IS NULL
  JOIN going_live g ON g.person_id = $1::uuid AND g.room_id = $2::uuid AND g.at >= n.created_at
  JOIN person p ON p.id = g.person_id JOIN room r ON r.id = g.room_id
  LEFT JOIN notification_settings t ON t.person_id = n.follower_id
  WHERE (n.follower_id, s.id) > ($3::uuid, $4::uuid) AND (coalesce(s.eager_since <= g.at, false) = ($5::int = 0))
    AND s.created_at <= g.at AND ${mayHearOfGoingLiveSql("n.follower_id")} AND NOT ${TOLD_OF_EPISODE_SQL}
  ORDER BY n.follower_id, s.id LIMIT ${PUSHES_A_CLAIM})
SELECT (SELECT count(*)::int FROM near) AS looked, (SELECT n.follower_id FROM near n ORDER BY n.follower_id DESC LIMIT 1) AS last,
  coalesce((SELECT json_agg(f ORDER BY f.follower_id, f.id) FROM found f), '[]') AS found`;

const MOVE_SQL = `
UPDATE going_live SET push_round = $3::smallint, pushed_person_id = $4::uuid, pushed_subscription_id = $5::uuid,
  pushes_ended_at = CASE WHEN $6::boolean THEN now() END
WHERE person_id = $1::uuid AND room_id = $2::uuid`;

type Standing = {
  kind: "went_live" | "speaking";
  round: number;
  personId: string;
  subscriptionId: string;
  title: string;
  name: string;
  onStage: boolean;
  over: boolean;
  fresh: boolean;
};

type Found = PushTarget &
  ClaimedSettings & {
    follower_id: string;
    id: string;
    locale: string;
  };

/**
 * Takes the next pushes of somebody who is live, and moves past them: once this is committed nobody else can claim them. So each is
 * sent once at most; a process that dies has not sent those that it had claimed last, and nobody sends them in its place, because
 * nobody can know which of them arrived. Null where there is nothing to do: all are told, it is over, or another process is at it.
 */
export async function claimPushes(what: GoingLive, now: Date): Promise<ClaimedPush[] | null> {
  return inTransaction(async (tx) => {
    const sql = prismaSql(tx);
    const [standing] = await sql.rows<Standing>(undefined, LOCK_SQL, [what.personId, what.roomId]);
    if (!standing) return null;
    const { round, personId, subscriptionId } = standing;
    const move = (to: PushPlace) =>
      sql.rows(undefined, MOVE_SQL, [what.personId, what.roomId, to.round, to.person, to.subscription, to.ended]);
    if (standing.over || !standing.onStage) {
      if (!standing.over && standing.fresh) return null;
      await move({ round, person: personId, subscription: subscriptionId, ended: true });
      return null;
    }
    const place = [what.personId, what.roomId, personId, subscriptionId, round];
    const [next] = await sql.rows<{ looked: number; last: string | null; found: Found[] }>(undefined, NEXT_SQL, place);
    const { looked = 0, last = null, found = [] } = next ?? {};
    const end = found.at(-1);
    const newest = end ? { person: end.follower_id, subscription: end.id } : null;
    const seen = { looked, last, found: found.length, newest };
    await move(placeAfter(round, seen, { peopleAClaim: FOLLOWERS_A_CLAIM, rounds: ROUNDS }));
    return found.flatMap((one) => wanted(one, standing, what.roomId, now));
  });
}

function wanted(found: Found, { kind, name, title }: Standing, roomId: string, now: Date): ClaimedPush[] {
  const row = settingsRowOf(found);
  if (!channelsNow(kind, settingsOf(row), { now, muted: false }).includes("push")) return [];
  const { id, endpoint, p256dh, auth, locale } = found;
  const facts = {
    kind,
    name,
    others: 0,
    room: { id: roomId, title },
    club: null,
    guest: null,
    show: null,
    interpreting: null,
  };
  return [{ subscriptionId: id, target: { endpoint, p256dh, auth }, locale, facts }];
}
