import type { Sql } from "@/lib/server/postgres/sql";

/** Whoever neither came by nor opened a push for so long is not among the first any more. */
const EAGER_FOR = "interval '30 days'";

/** Never while pushes are under way: whoever changed the round meanwhile would be sent theirs twice. */
const FORGET_SQL = `
UPDATE push_subscription SET eager_since = NULL
WHERE eager_since IS NOT NULL AND active_at < now() - ${EAGER_FOR}
  AND NOT EXISTS (SELECT FROM going_live WHERE pushes_ended_at IS NULL AND pushed_person_id IS NOT NULL)`;

/** Lets browsers that were not heard of for long be told after the others. */
export async function forgetEagerness(sql: Sql): Promise<void> {
  await sql.rows("forget-eagerness", FORGET_SQL, []);
}
