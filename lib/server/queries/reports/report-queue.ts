import { toId } from "@/lib/domain/ids";
import type { Measure, ReportReason, SubjectKind } from "@/lib/domain/reports/report";
import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { QueuedCase, ReportQueue } from "@/lib/wire/reports/views";

const PAGE = 30;

/** Columns of a QueuedCase of `report_case c`. */
export const QUEUED_SQL = `c.id, c.kind, c.title, c.gravity, c.opened_at AS "openedAt", c.measure,
  (SELECT count(*) FROM report r WHERE r.case_id = c.id)::int AS reports,
  ARRAY(SELECT r.reason FROM report r WHERE r.case_id = c.id GROUP BY r.reason ORDER BY count(*) DESC, r.reason) AS reasons,
  (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = c.person_id) AS person,
  (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = c.assigned_to_id) AS "assignedTo"`;

const OPEN_APPEAL = "EXISTS (SELECT FROM appeal a WHERE a.case_id = c.id AND a.decided_at IS NULL)";

/** The gravest first, of those the oldest: how many reported it moves nothing. */
const SQL = {
  open: `SELECT ${QUEUED_SQL} FROM report_case c WHERE c.decided_at IS NULL
    AND ($1::uuid IS NULL OR (-c.gravity, c.id) > (SELECT -b.gravity, b.id FROM report_case b WHERE b.id = $1::uuid))
    ORDER BY c.gravity DESC, c.id LIMIT ${PAGE + 1}`,
  appeals: `SELECT ${QUEUED_SQL} FROM report_case c WHERE ${OPEN_APPEAL} AND ($1::uuid IS NULL OR c.id > $1::uuid) ORDER BY c.id LIMIT ${PAGE + 1}`,
  decided: `SELECT ${QUEUED_SQL} FROM report_case c WHERE c.decided_at IS NOT NULL AND ($1::uuid IS NULL OR c.id < $1::uuid) ORDER BY c.id DESC LIMIT ${PAGE + 1}`,
} as const;

export type QueuedRow = {
  id: string;
  kind: SubjectKind;
  title: string;
  gravity: number;
  openedAt: Date;
  measure: Measure | null;
  reports: number;
  reasons: ReportReason[];
  person: FaceJson | null;
  assignedTo: FaceJson | null;
};

export const toQueued = ({ openedAt, person, assignedTo, ...row }: QueuedRow): QueuedCase => ({
  ...row,
  openedAt: openedAt.toISOString(),
  person: person && faceOfJson(person),
  assignedTo: assignedTo && faceOfJson(assignedTo),
});

/** The cases that are to be decided, that have an open appeal, or that are decided; null for who is no admin. */
export async function reportQueue(
  caller: Pick<Caller, "admin"> | null,
  { show, after }: { show: keyof typeof SQL; after?: string },
): Promise<ReportQueue | null> {
  if (!caller?.admin) return null;
  const { rows } = await hotPool().query<QueuedRow>(SQL[show], [toId(after)]);
  const cases = rows.slice(0, PAGE).map(toQueued);
  return { cases, next: rows.length > PAGE ? (cases.at(-1)?.id ?? null) : null };
}
