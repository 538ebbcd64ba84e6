import { APPEAL_DAYS } from "@/lib/domain/reports/report";
import { hotPool } from "@/lib/server/postgres/db";

/** Of cases that nobody can appeal any more, and whose appeals are decided, what was there goes, and who reported without an account. */
const DROP_SQL = `
WITH over AS (
  UPDATE report_case c SET evidence = NULL WHERE c.evidence IS NOT NULL AND c.decided_at < $1::timestamptz - make_interval(days => ${APPEAL_DAYS})
    AND NOT EXISTS (SELECT FROM appeal a WHERE a.case_id = c.id AND (a.decided_at IS NULL OR a.decided_at > $1::timestamptz - interval '30 days'))
  RETURNING c.id)
UPDATE report r SET name = '', address = NULL, text = '' FROM over WHERE r.case_id = over.id`;

export async function dropEvidence(now: Date): Promise<void> {
  await hotPool().query(DROP_SQL, [now]);
}
