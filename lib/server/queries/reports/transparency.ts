import type { Measure, ReportReason } from "@/lib/domain/reports/report";
import { hotPool } from "@/lib/server/postgres/db";
import type { TransparencyMonth } from "@/lib/wire/reports/transparency";

/** Two years, the last first. */
const MONTHS = 24;

const MONTH_SQL = (at: string): string => `to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM')`;

const SQL = `
WITH since AS (SELECT date_trunc('month', $1::timestamptz) - interval '${MONTHS - 1} months' AS at),
filed AS (SELECT ${MONTH_SQL("r.at")} AS month, count(*)::int AS reports FROM report r WHERE r.at >= (SELECT at FROM since) GROUP BY 1),
decided AS (SELECT ${MONTH_SQL("c.decided_at")} AS month, c.ground, c.measure, count(*)::int AS count
  FROM report_case c WHERE c.decided_at >= (SELECT at FROM since) GROUP BY 1, 2, 3),
appealed AS (SELECT ${MONTH_SQL("a.decided_at")} AS month, count(*)::int AS appeals, (count(*) FILTER (WHERE NOT a.upheld))::int AS overturned
  FROM appeal a WHERE a.decided_at >= (SELECT at FROM since) GROUP BY 1)
SELECT m.month, coalesce(f.reports, 0) AS reports, coalesce(a.appeals, 0) AS appeals, coalesce(a.overturned, 0) AS overturned,
  coalesce((SELECT json_agg(json_build_object('ground', d.ground, 'measure', d.measure, 'count', d.count) ORDER BY d.count DESC, d.ground, d.measure)
    FROM decided d WHERE d.month = m.month), '[]') AS decisions
FROM (SELECT month FROM filed UNION SELECT month FROM decided UNION SELECT month FROM appealed) m
LEFT JOIN filed f ON f.month = m.month LEFT JOIN appealed a ON a.month = m.month ORDER BY m.month DESC`;

type Row = Omit<TransparencyMonth, "decisions"> & {
  decisions: { ground: ReportReason | "nothing_found"; measure: Measure; count: number }[];
};

/** What was reported and decided, month by month (UTC), for everybody: sums, and nobody in them. */
export async function transparency(now: Date): Promise<TransparencyMonth[]> {
  return (await hotPool().query<Row>({ name: "transparency", text: SQL, values: [now] })).rows;
}
