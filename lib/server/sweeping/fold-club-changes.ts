import type { Sql } from "@/lib/server/postgres/sql";
import { CHANGES_A_FOLD } from "./fold-follow-changes";

/** One statement, as for follows: a reader beside it sees the changes or the new total and never both. */
export const CLUB_FOLD_SQL = `
WITH taken AS (
  DELETE FROM club_change WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM club_change LIMIT ${CHANGES_A_FOLD} FOR UPDATE SKIP LOCKED))
  RETURNING club_id, members),
sums AS (SELECT club_id, sum(members)::int AS members FROM taken GROUP BY club_id ORDER BY club_id),
folded AS (
  MERGE INTO club_total t USING sums s ON t.club_id = s.club_id
  WHEN MATCHED AND t.members + s.members = 0 THEN DELETE
  WHEN MATCHED THEN UPDATE SET members = t.members + s.members
  WHEN NOT MATCHED AND s.members <> 0 THEN INSERT (club_id, members) VALUES (s.club_id, s.members)
  RETURNING 1)
SELECT (SELECT count(*)::int FROM taken) AS taken, (SELECT count(*)::int FROM folded) AS folded`;

/** Adds some of the changes of who is in which club to the totals. Answers how many there were, CHANGES_A_FOLD at most. Safe to repeat. */
export async function foldClubChanges(sql: Sql): Promise<number> {
  const [done] = await sql.rows<{ taken: number }>("fold-club-changes", CLUB_FOLD_SQL, []);
  return done?.taken ?? 0;
}
