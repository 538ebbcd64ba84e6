import {
  appeal,
  appealsUntil,
  type Measure,
  type ReportReason,
  type Side,
  type SubjectKind,
} from "@/lib/domain/reports/report";
import { hotPool } from "@/lib/server/postgres/db";
import type { DecisionView } from "@/lib/wire/reports/views";
import { APPEALS_SQL, type AppealRow, toAppeal } from "./report-case";

/** $1: a report of the case, or the case itself, of which whoever it is about learns nothing before it is decided. */
const COLUMNS = `c.id, c.kind, c.title, c.assigned_to_id IS NOT NULL AS assigned, c.decided_at AS "decidedAt", c.ground, c.measure, c.words`;
const SQL = {
  reporter: `SELECT ${COLUMNS}, r.at, r.reason, r.text FROM report r JOIN report_case c ON c.id = r.case_id WHERE r.id = $1::uuid`,
  affected: `SELECT ${COLUMNS}, NULL::timestamptz AS at, NULL AS reason, NULL AS text FROM report_case c
    WHERE c.id = $1::uuid AND c.decided_at IS NOT NULL AND c.measure <> 'none'`,
} as const;

type Row = {
  id: string;
  kind: SubjectKind;
  title: string;
  assigned: boolean;
  decidedAt: Date | null;
  ground: ReportReason | "nothing_found" | null;
  measure: Measure | null;
  words: string;
  at: Date | null;
  reason: ReportReason | null;
  text: string | null;
};

/** What became of a report, as one side may read it; null where there is nothing to tell. */
export async function decision({ side, id }: { side: Side; id: string }, now: Date): Promise<DecisionView | null> {
  const { rows } = await hotPool().query<Row>(SQL[side], [id]);
  const [row] = rows;
  if (!row) return null;
  const { kind, title, assigned, decidedAt, ground, measure, words, at, reason, text } = row;
  const appeals = (await hotPool().query<AppealRow>(APPEALS_SQL, [row.id])).rows;
  const own = appeals.find(({ reportId }) => reportId === (side === "reporter" ? id : null)) ?? null;
  return {
    ...{ side, kind, title },
    report: at && reason ? { at: at.toISOString(), reason, text: text ?? "" } : null,
    state: decidedAt ? "decided" : assigned ? "in_review" : "open",
    decision:
      decidedAt && ground && measure
        ? { at: decidedAt.toISOString(), ground, measure, words, appealsUntil: appealsUntil(decidedAt).toISOString() }
        : null,
    appeal: own && toAppeal(own),
    mayAppeal: appeal({ decidedAt, hasAppeal: own !== null }, now).ok,
  };
}
