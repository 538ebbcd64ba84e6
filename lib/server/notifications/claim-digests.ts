import { type DigestRhythm, digestHeldUntil, nextDigestAt } from "@/lib/domain/notifications/digest";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql } from "@/lib/server/postgres/sql";
import { type SettingsRow, settingsOf } from "@/lib/server/queries/notifications/notification-settings";

/** A digest that is to be sent now, by whoever claimed it and nobody else: of what is later than `since` and not later than `until`. */
export type ClaimedDigest = { personId: string; since: Date; until: Date; nextAt: Date; tries: number };

export const DIGESTS_A_CLAIM = 10;

/** What is written at this moment may be committed a little later: it is left to the next mail, so that none falls between two. */
const SETTLED_MS = 60_000;

const DUE_SQL = `
SELECT d.person_id AS "personId", d.rhythm::text AS rhythm, d.time_zone AS zone, d.told_until AS since, d.tries,
  s.changed, s.paused_until AS "pausedUntil", s.quiet_from AS "quietFrom", s.quiet_until AS "quietUntil", s.time_zone AS "timeZone"
FROM mail_digest d LEFT JOIN notification_settings s ON s.person_id = d.person_id
WHERE d.due_at <= $1::timestamptz ORDER BY d.due_at LIMIT ${DIGESTS_A_CLAIM} FOR UPDATE OF d SKIP LOCKED`;

type Due = SettingsRow & { personId: string; rhythm: DigestRhythm; zone: string; since: Date; tries: number };

const CLAIM_SQL = `
UPDATE mail_digest d SET due_at = n.due_at, told_until = $4::timestamptz, claimed_at = $3::timestamptz, tries = 0
FROM unnest($1::uuid[], $2::timestamptz[]) AS n(person_id, due_at) WHERE d.person_id = n.person_id`;

const HOLD_SQL = `
UPDATE mail_digest d SET due_at = n.due_at
FROM unnest($1::uuid[], $2::timestamptz[]) AS n(person_id, due_at) WHERE d.person_id = n.person_id`;

/**
 * Takes the next digests that are due, and moves past them: once this is committed nobody claims them again, and what they tell is
 * told by no later one. So each is sent once at most. A process that dies leaves out those that it had claimed last, since nobody
 * can know which of them arrived; what they would have said stands in the app. Those in a pause, in hours of quiet or in their
 * night are put off. Null where none is due.
 */
export async function claimDigests(now: Date): Promise<ClaimedDigest[] | null> {
  return inTransaction(async (tx) => {
    const sql = prismaSql(tx);
    const due = await sql.rows<Due>(undefined, DUE_SQL, [now]);
    if (due.length === 0) return null;
    const until = new Date(now.getTime() - SETTLED_MS);
    const claimed: ClaimedDigest[] = [];
    const held: { personId: string; nextAt: Date }[] = [];
    for (const row of due) {
      const { personId, rhythm, zone, since, tries } = row;
      const settings = settingsOf(row);
      const heldUntil = digestHeldUntil(settings, zone, now);
      if (heldUntil) held.push({ personId, nextAt: heldUntil });
      else {
        const nextAt = nextDigestAt(rhythm, { zone, quiet: settings.quiet }, now);
        claimed.push({ personId, since, until, tries, nextAt });
      }
    }
    await sql.rows(undefined, HOLD_SQL, placesOf(held));
    await sql.rows(undefined, CLAIM_SQL, [...placesOf(claimed), now, until]);
    return claimed;
  });
}

const placesOf = (rows: readonly { personId: string; nextAt: Date }[]): [people: string[], times: string[]] => [
  rows.map(({ personId }) => personId),
  rows.map(({ nextAt }) => nextAt.toISOString()),
];
