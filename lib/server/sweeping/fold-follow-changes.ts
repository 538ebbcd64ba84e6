import type { Sql } from "@/lib/server/postgres/sql";

/** So many changes are added up by one statement, which takes some tens of milliseconds. */
export const CHANGES_A_FOLD = 20_000;

/**
 * One statement, so that whoever dies in it has changed nothing, and whoever reads beside it sees the changes or the new total and never both.
 * Changes that another fold holds are passed by.
 */
export const FOLD_SQL = `
WITH taken AS (
  DELETE FROM follow_change WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM follow_change LIMIT ${CHANGES_A_FOLD} FOR UPDATE SKIP LOCKED))
  RETURNING person_id, followers, following),
sums AS (
  SELECT person_id, sum(followers)::int AS followers, sum(following)::int AS following FROM taken GROUP BY person_id ORDER BY person_id),
folded AS (
  MERGE INTO follow_total t USING sums s ON t.person_id = s.person_id
  WHEN MATCHED AND t.followers + s.followers = 0 AND t.following + s.following = 0 THEN DELETE
  WHEN MATCHED THEN UPDATE SET followers = t.followers + s.followers, following = t.following + s.following
  WHEN NOT MATCHED AND (s.followers <> 0 OR s.following <> 0) THEN
    INSERT (person_id, followers, following) VALUES (s.person_id, s.followers, s.following)
  RETURNING 1)
SELECT (SELECT count(*)::int FROM taken) AS taken, (SELECT count(*)::int FROM folded) AS folded`;

/** Adds some of the changes of who follows whom to the totals. Answers how many there were, CHANGES_A_FOLD at most. Safe to repeat. */
export async function foldFollowChanges(sql: Sql): Promise<number> {
  const [done] = await sql.rows<{ taken: number }>("fold-follow-changes", FOLD_SQL, []);
  return done?.taken ?? 0;
}
