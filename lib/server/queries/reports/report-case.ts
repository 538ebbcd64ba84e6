import { toId } from "@/lib/domain/ids";
import { appealsUntil, measuresOf, type ReportReason, type Side } from "@/lib/domain/reports/report";
import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { Evidence, ReportCaseView } from "@/lib/wire/reports/views";
import { QUEUED_SQL, type QueuedRow, toQueued } from "./report-queue";

/** Of a flood the first say it all. */
const FILED_SHOWN = 100;

const CASE_SQL = `
SELECT ${QUEUED_SQL}, c.path, c.evidence, c.person_id AS "personId", c.decided_at AS "decidedAt", c.ground, c.words,
  (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = c.decided_by_id) AS "decidedBy",
  (SELECT count(*) FROM report_case o WHERE o.person_id = c.person_id AND o.id <> c.id AND o.measure <> 'none')::int AS before
FROM report_case c WHERE c.id = $1::uuid`;

const FILED_SQL = `SELECT r.id, r.at, r.reason, r.text, r.name, (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = r.reporter_id) AS by
FROM report r WHERE r.case_id = $1::uuid ORDER BY r.id LIMIT ${FILED_SHOWN}`;

const NOTES_SQL = `SELECT n.id, n.at, n.text, (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = n.by_id) AS by
FROM case_note n WHERE n.case_id = $1::uuid ORDER BY n.id`;

export const APPEALS_SQL = `SELECT a.id, a.report_id AS "reportId", a.side, a.text, a.at, a.decided_at AS "decidedAt", a.upheld, a.words FROM appeal a WHERE a.case_id = $1::uuid ORDER BY a.at`;

type CaseRow = QueuedRow & {
  path: string;
  evidence: Evidence | null;
  personId: string | null;
  decidedAt: Date | null;
  ground: ReportReason | "nothing_found" | null;
  words: string;
  decidedBy: FaceJson | null;
  before: number;
};

type Said = { id: string; at: Date; text: string; by: FaceJson | null };

export type AppealRow = {
  id: string;
  /** Null of whom the case is about. */
  reportId: string | null;
  side: Side;
  text: string;
  at: Date;
  decidedAt: Date | null;
  upheld: boolean | null;
  words: string;
};

export const toAppeal = ({ side, text, at, decidedAt, upheld, words }: AppealRow) => ({
  ...{ side, text, at: at.toISOString() },
  decided: decidedAt && { at: decidedAt.toISOString(), upheld: upheld === true, words },
});

/** A case with all that is known of it; null for who is no admin. */
export async function reportCase(caller: Pick<Caller, "admin"> | null, asked: string): Promise<ReportCaseView | null> {
  const caseId = toId(asked);
  if (!caller?.admin || !caseId) return null;
  const pool = hotPool();
  const [cases, filed, notes, appeals] = await Promise.all([
    pool.query<CaseRow>(CASE_SQL, [caseId]),
    pool.query<Said & { reason: ReportReason; name: string }>(FILED_SQL, [caseId]),
    pool.query<Said>(NOTES_SQL, [caseId]),
    pool.query<AppealRow>(APPEALS_SQL, [caseId]),
  ]);
  const [row] = cases.rows;
  if (!row) return null;
  const { path, evidence, personId, decidedAt, ground, words, decidedBy, before, ...queued } = row;
  const { kind, measure } = queued;
  const said = <One extends Said>({ at, by, ...one }: One) => ({
    ...one,
    at: at.toISOString(),
    by: by && faceOfJson(by),
  });
  return {
    ...toQueued(queued),
    ...{ path, evidence, before, measures: measuresOf({ kind, personId }) },
    filed: filed.rows.map(said),
    notes: notes.rows.map(said),
    decision:
      decidedAt && ground && measure
        ? {
            ...{ at: decidedAt.toISOString(), ground, measure, words },
            ...{ appealsUntil: appealsUntil(decidedAt).toISOString(), by: decidedBy && faceOfJson(decidedBy) },
          }
        : null,
    appeals: appeals.rows.map((row) => ({ id: row.id, ...toAppeal(row) })),
  };
}
