import type { Transaction } from "@/lib/server/postgres/db";
import type { Subject } from "./find-subject";
import { takeEvidence } from "./take-evidence";

/** What somebody says of it. `address`: where they are told, without an account. */
type Filed = {
  reporterId: string | null;
  name: string;
  address: string | null;
  locale: string;
  reason: string;
  text: string;
};

/** One row, whoever comes first: two reports of one moment are of one case. */
const OPEN_SQL = `
INSERT INTO report_case AS c (id, kind, subject, person_id, path, title, gravity)
VALUES (uuidv7(), $1, $2, $3::uuid, $4, $5, $6::int)
ON CONFLICT (kind, subject) WHERE decided_at IS NULL DO UPDATE SET gravity = greatest(c.gravity, excluded.gravity)
RETURNING c.id, c.evidence IS NULL AS "isNew"`;

/** Opens a case about something, or joins the one that is open, and files a report there. Answers the report's id; of somebody's second one that of their first. */
export async function openCase(tx: Transaction, subject: Subject, gravity: number, filed: Filed): Promise<string> {
  const { kind, subject: of, personId, path, title } = subject;
  const rows = await tx.$queryRawUnsafe<{ id: string; isNew: boolean }[]>(
    OPEN_SQL,
    kind,
    of,
    personId,
    path,
    title,
    gravity,
  );
  const [opened] = rows;
  if (!opened) throw new Error("No case was opened.");
  if (opened.isNew) {
    const evidence = await takeEvidence(tx, subject);
    await tx.reportCase.update({ where: { id: opened.id }, data: { evidence } });
  }
  const { reporterId } = filed;
  if (reporterId) {
    const first = await tx.report.findFirst({ where: { caseId: opened.id, reporterId }, select: { id: true } });
    if (first) return first.id;
  }
  const { id } = await tx.report.create({ data: { caseId: opened.id, ...filed }, select: { id: true } });
  return id;
}
