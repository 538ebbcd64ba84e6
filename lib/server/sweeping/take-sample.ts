import { MINUTES_KEPT_HOURS, SAMPLES_KEPT_HOURS } from "@/lib/domain/admin/history";
import { hotPool } from "@/lib/server/postgres/db";
import { COUNTS_SQL } from "@/lib/server/queries/admin/counts-sql";

const COLUMNS = ["rooms", "halls", "people", "on_stage", "joins", "refused", "waiting", "jobs"] as const;

const TAKE_SQL = `
INSERT INTO sample (at, ${COLUMNS.join(", ")})
SELECT date_trunc('minute', $1::timestamptz), rooms, halls, people, "onStage", joins, refused, waiting, jobs FROM (${COUNTS_SQL}) c
ON CONFLICT (at) DO NOTHING`;

/** Of whole hours that are old enough, what there was at most in any of their minutes, in one statement: a crash leaves all or one. */
const THIN_SQL = `
WITH old AS (
  DELETE FROM sample WHERE at < date_trunc('hour', $1::timestamptz - make_interval(hours => ${MINUTES_KEPT_HOURS})) AND at <> date_trunc('hour', at)
  RETURNING *)
INSERT INTO sample AS s (at, ${COLUMNS.join(", ")})
SELECT date_trunc('hour', at), ${COLUMNS.map((column) => `max(${column})`).join(", ")} FROM old GROUP BY 1
ON CONFLICT (at) DO UPDATE SET ${COLUMNS.map((column) => `${column} = greatest(s.${column}, excluded.${column})`).join(", ")}`;

const DROP_SQL = `DELETE FROM sample WHERE at < $1::timestamptz - make_interval(hours => ${SAMPLES_KEPT_HOURS})`;
const DROP_HITS_SQL = `DELETE FROM limit_hit WHERE minute < $1::timestamptz - make_interval(hours => ${SAMPLES_KEPT_HOURS})`;

/** Writes down what there is, for the minute of `now`: once, however many ask. */
export async function takeSample(now: Date): Promise<void> {
  await hotPool().query(TAKE_SQL, [now]);
}

/** Makes of old minutes hours, and lets go of what is older than anything that is shown. */
export async function thinSamples(now: Date): Promise<void> {
  for (const sql of [THIN_SQL, DROP_SQL, DROP_HITS_SQL]) await hotPool().query(sql, [now]);
}
