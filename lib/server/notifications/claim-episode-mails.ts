import { MAILED, MAILED_OF_SHOW } from "@/lib/domain/notifications/episode-news";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql, type Sql } from "@/lib/server/postgres/sql";
import { NEWS_STANDS_SQL } from "@/lib/server/queries/notifications/episode-news-sql";
import type { NewsKey } from "./claim-episode-pushes";
import { NOBODY } from "./push-place";

/** `member`: by their confirmed address. `address`: without an account, a row of mail_reminder. */
type MailRound = "member" | "address";

/** A mail that is to be written and sent now, by whoever claimed it and nobody else. `tries`: how often a server said "later". */
export type ClaimedEpisodeMail = NewsKey & { round: MailRound; recipientId: string; tries: number };

export const EPISODE_MAILS_A_CLAIM = 10;

/** People looked at by one claim. */
const PEOPLE_A_CLAIM = 200;

/** Then it is no news any more, however many are still to be told. */
const NEWS_FOR = "interval '1 day'";

const ROUNDS: readonly MailRound[] = ["member", "address"];

const listed = (kinds: readonly string[]): string => `(${kinds.map((kind) => `'${kind}'`).join(", ")})`;

const DUE_SQL = `SELECT n.room_id AS "roomId", n.sequence, n.kind::text AS kind FROM episode_news n
WHERE n.mails_ended_at IS NULL ORDER BY n.at LIMIT 100`;

/** All news of which mails are still to go out, the first first. */
export const dueEpisodeMails = (sql: Sql): Promise<NewsKey[]> => sql.rows("due-episode-mails", DUE_SQL, []);

const THIS_ONE = "n.room_id = $1::uuid AND n.sequence = $2::int AND n.kind::text = $3::text";

const LOCK_SQL = `
SELECT n.mail_round AS round, coalesce(n.mailed_id, '${NOBODY}') AS id,
  n.kind NOT IN ${listed(MAILED)} OR NOT ${NEWS_STANDS_SQL} OR n.at < $4::timestamptz - ${NEWS_FOR} AS over
FROM episode_news n JOIN episode e ON e.room_id = n.room_id JOIN room r ON r.id = n.room_id
WHERE ${THIS_ONE} AND n.mails_ended_at IS NULL
FOR UPDATE OF n SKIP LOCKED`;

/**
 * The members behind $4 who asked for the episode, by the index, and of them those who have an address; whoever asked by mail for that very address is mailed once, in the
 * other round. Then the addresses behind $4 that asked for it, or for its show and not for it.
 */
const NEXT_SQL: Record<MailRound, string> = {
  member: `
WITH near AS (
  SELECT v.person_id AS id, v.at, v.remind FROM rsvp v WHERE v.room_id = $1::uuid AND v.person_id > $4::uuid
  ORDER BY v.person_id LIMIT ${PEOPLE_A_CLAIM}),
found AS (
  SELECT near.id FROM near JOIN episode_news n ON ${THIS_ONE}
  JOIN person q ON q.id = near.id AND q.email IS NOT NULL AND q.email_verified_at IS NOT NULL AND q.banned_at IS NULL AND q.given_up_at IS NULL
  WHERE near.at <= n.at AND (n.kind <> 'soon' OR near.remind) AND NOT EXISTS (
    SELECT FROM mail_reminder m WHERE m.address = q.email AND m.confirmed_at <= n.at AND (m.room_id = n.room_id
      OR (m.show_id = n.show_id AND n.kind IN ${listed(MAILED_OF_SHOW)})))
  ORDER BY near.id LIMIT ${EPISODE_MAILS_A_CLAIM})`,
  address: `
WITH near AS (
  SELECT m.id, m.address, m.room_id, m.confirmed_at FROM mail_reminder m
  WHERE (m.room_id = $1::uuid OR m.show_id = (SELECT n.show_id FROM episode_news n WHERE ${THIS_ONE})) AND m.id > $4::uuid
  ORDER BY m.id LIMIT ${PEOPLE_A_CLAIM}),
found AS (
  SELECT near.id FROM near JOIN episode_news n ON ${THIS_ONE}
  WHERE near.confirmed_at <= n.at AND (near.room_id IS NOT NULL OR (n.kind IN ${listed(MAILED_OF_SHOW)} AND NOT EXISTS (
    SELECT FROM mail_reminder m WHERE m.room_id = n.room_id AND m.address = near.address AND m.confirmed_at <= n.at)))
  ORDER BY near.id LIMIT ${EPISODE_MAILS_A_CLAIM})`,
};

const FOUND_SQL = `
SELECT (SELECT count(*)::int FROM near) AS looked, (SELECT near.id FROM near ORDER BY near.id DESC LIMIT 1) AS last,
  coalesce((SELECT json_agg(f.id ORDER BY f.id) FROM found f), '[]') AS found`;

const MOVE_SQL = `
UPDATE episode_news n SET mail_round = $4::smallint, mailed_id = $5::uuid, mails_ended_at = CASE WHEN $6::boolean THEN now() END
WHERE ${THIS_ONE}`;

/**
 * Takes the next mails of an episode's news and moves past them: once this is committed nobody claims them again, so that each is
 * sent once at most (docs/decisions/a-digest-is-claimed-before-it-is-sent.md). Null where there is nothing to do.
 */
export async function claimEpisodeMails(news: NewsKey, now: Date): Promise<ClaimedEpisodeMail[] | null> {
  return inTransaction(async (tx) => {
    const sql = prismaSql(tx);
    const key = [news.roomId, news.sequence, news.kind];
    const move = (round: number, id: string, ended: boolean) =>
      sql.rows(undefined, MOVE_SQL, [...key, round, id, ended]);
    const [standing] = await sql.rows<{ round: number; id: string; over: boolean }>(undefined, LOCK_SQL, [...key, now]);
    if (!standing) return null;
    const round = ROUNDS[standing.round];
    if (standing.over || !round) {
      await move(standing.round, standing.id, true);
      return null;
    }
    const text = `${NEXT_SQL[round]}${FOUND_SQL}`;
    const [next] = await sql.rows<Next>(undefined, text, [...key, standing.id]);
    const { looked = 0, last = null, found = [] } = next ?? {};
    const newest = found.at(-1);
    if (newest && found.length === EPISODE_MAILS_A_CLAIM) await move(standing.round, newest, false);
    else if (last && looked === PEOPLE_A_CLAIM) await move(standing.round, last, false);
    else await move(standing.round + 1, NOBODY, standing.round + 1 === ROUNDS.length);
    return found.map((recipientId) => ({ ...news, round, recipientId, tries: 0 }));
  });
}

type Next = { looked: number; last: string | null; found: string[] };

/** Rows that were put back, taken away: whoever dies over them has lost them. */
const PUT_BACK_DUE_SQL = `
DELETE FROM episode_mail m WHERE (m.room_id, m.sequence, m.kind, m.recipient_id) IN (
  SELECT d.room_id, d.sequence, d.kind, d.recipient_id FROM episode_mail d WHERE d.due_at <= $1::timestamptz
  ORDER BY d.due_at LIMIT ${EPISODE_MAILS_A_CLAIM} FOR UPDATE SKIP LOCKED)
RETURNING m.room_id AS "roomId", m.sequence, m.kind::text AS kind, m.recipient_id AS "recipientId", m.round, m.tries`;

/** The same of mails that were put off, or that a server did not take. */
export async function claimPutOffMails(sql: Sql, now: Date): Promise<ClaimedEpisodeMail[]> {
  const rows = await sql.rows<Omit<ClaimedEpisodeMail, "round"> & { round: number }>(
    "put-off-mails",
    PUT_BACK_DUE_SQL,
    [now],
  );
  return rows.map(({ round, ...row }) => ({ ...row, round: ROUNDS[round] ?? "member" }));
}

const PUT_OFF_SQL = `
INSERT INTO episode_mail (room_id, sequence, kind, recipient_id, round, due_at, tries)
VALUES ($1::uuid, $2::int, $3::"EpisodeNewsKind", $4::uuid, $5::smallint, $6::timestamptz, $7::smallint) ON CONFLICT DO NOTHING`;

/** Leaves a claimed mail for later. */
export async function putOffMail(sql: Sql, mail: ClaimedEpisodeMail, dueAt: Date): Promise<void> {
  const { roomId, sequence, kind, recipientId, round, tries } = mail;
  await sql.rows("put-off-mail", PUT_OFF_SQL, [
    roomId,
    sequence,
    kind,
    recipientId,
    ROUNDS.indexOf(round),
    dueAt,
    tries,
  ]);
}
