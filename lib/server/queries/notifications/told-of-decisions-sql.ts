/**
 * The sources of `told` (told-sql.ts) that are of reports: what was decided about those that $1 filed, and about what is theirs, or about their
 * appeal. Nobody can turn it off, since it is theirs by law, and no face stands beside it but their own. `decision`: which side they are, and
 * the report or case. A mail tells it by itself (lib/server/reports).
 */
export function toldOfDecisionsSql(before: string, limit: number): string {
  const of = (side: "reporter" | "affected", from: string, id: string, appealed: string, condition: string): string => `
  (SELECT 'decision', n.at, '${side}' || n.id, NULL, $1::uuid, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '${side} ' || n.id
  FROM (SELECT ${id} AS id, coalesce(a.decided_at, c.decided_at) AS at FROM ${from}
    LEFT JOIN appeal a ON ${appealed} AND a.decided_at IS NOT NULL
    WHERE c.decided_at IS NOT NULL AND ${condition}) n
  WHERE n.at > (SELECT since FROM me) AND (n.at, '${side}' || n.id) < ${before}
  ORDER BY n.at DESC, n.id DESC LIMIT ${limit})`;
  return `${of("reporter", "report r JOIN report_case c ON c.id = r.case_id", "r.id", "a.report_id = r.id", "r.reporter_id = $1::uuid")}
UNION ALL ${of("affected", "report_case c", "c.id", "a.case_id = c.id AND a.report_id IS NULL", "c.person_id = $1::uuid AND c.measure <> 'none'")}`;
}
