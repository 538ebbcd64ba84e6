import { hotPool } from "@/lib/server/postgres/db";

/** An entry is broken whose number does not follow, or whose hash is not that of the one before it and its own words. */
const WALKED_SQL = `
WITH walked AS (
  SELECT w.seq, w.seq <> coalesce(lag(w.seq) OVER chain, 0) + 1
    OR w.hash <> audit_hash(coalesce(lag(w.hash) OVER chain, ''::bytea), w) AS broken
  FROM admin_event w WINDOW chain AS (ORDER BY w.seq))
SELECT count(*)::int AS entries, (min(seq) FILTER (WHERE broken))::int AS "brokenAt" FROM walked`;

/** `follows`: the head is that of the last entry. */
const HEAD_SQL = `
SELECT encode(h.hash, 'hex') AS head, h.seq::int AS seq,
  coalesce((SELECT l.seq = h.seq AND l.hash = h.hash FROM admin_event l ORDER BY l.seq DESC LIMIT 1), h.seq = 0) AS follows,
  $1::text IS NULL OR EXISTS (SELECT FROM admin_event e WHERE encode(e.hash, 'hex') = $1::text) AS holds
FROM audit_head h`;

/** `brokenAt`: the number of the first entry that is not as it was written, or one beyond the last where that was cut off. */
type AuditState = { entries: number; head: string; brokenAt: number | null; holds: boolean };

/** Walks the admins' log. `hash`, in hex: that of an entry which it has to hold; null for none. */
export async function auditState(hash: string | null): Promise<AuditState> {
  const walked = await hotPool().query<Pick<AuditState, "entries" | "brokenAt">>(WALKED_SQL);
  const ended = await hotPool().query<{ head: string; seq: number; follows: boolean; holds: boolean }>(HEAD_SQL, [
    hash,
  ]);
  const [walk] = walked.rows;
  const [end] = ended.rows;
  if (!walk || !end) throw new Error("The admins' log has no head.");
  const brokenAt = walk.brokenAt ?? (end.follows ? null : walk.entries + 1);
  return { entries: walk.entries, head: end.head, brokenAt, holds: end.holds };
}
