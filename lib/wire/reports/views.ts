import { z } from "zod";
import { MEASURES, REPORT_REASONS, SUBJECT_KINDS } from "@/lib/domain/reports/report";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

const side = z.enum(["reporter", "affected"]);
const ground = z.enum([...REPORT_REASONS, "nothing_found"]);

/** Answer of `POST /api/reports`: the key of its page, which is whoever's that has it. */
export const reportReceipt = z.strictObject({ key: z.string() });

const decision = z.strictObject({ at: time, ground, measure: z.enum(MEASURES), words: z.string(), appealsUntil: time });

const appealView = z.strictObject({
  side,
  text: z.string(),
  at: time,
  decided: z.strictObject({ at: time, upheld: z.boolean(), words: z.string() }).nullable(),
});

/**
 * Answer of `GET /api/decisions/:key`: what became of a report, for who reported (`report`: what they wrote), or for whom it is about, who
 * never learns of a reporter. `appeal`: of this report, or of whom it is about. `mayAppeal`: still.
 */
export const decisionView = z.strictObject({
  side,
  kind: z.enum(SUBJECT_KINDS),
  title: z.string(),
  report: z.strictObject({ at: time, reason: z.enum(REPORT_REASONS), text: z.string() }).nullable(),
  state: z.enum(["open", "in_review", "decided"]),
  decision: decision.nullable(),
  appeal: appealView.nullable(),
  mayAppeal: z.boolean(),
});
export type DecisionView = z.infer<typeof decisionView>;

const queuedCase = z.strictObject({
  id,
  kind: z.enum(SUBJECT_KINDS),
  title: z.string(),
  gravity: z.int(),
  openedAt: time,
  reports: z.int(),
  reasons: z.array(z.enum(REPORT_REASONS)),
  person: personFace.nullable(),
  assignedTo: personFace.nullable(),
  measure: z.enum(MEASURES).nullable(),
});
export type QueuedCase = z.infer<typeof queuedCase>;

/** Answer of `GET /api/admin/reports`. `next` goes into `after`. */
export const reportQueue = z.strictObject({ cases: z.array(queuedCase), next: id.nullable() });
export type ReportQueue = z.infer<typeof reportQueue>;

/** What was there when the first report came, as a list of what is called how. */
const evidence = z.array(
  z.strictObject({ name: z.string(), by: z.string().nullable(), at: time.nullable(), text: z.string() }),
);
export type Evidence = z.infer<typeof evidence>;

/** Answer of `GET /api/admin/reports/:caseId`. `before`: how many earlier cases about the same person led to a measure. */
export const reportCaseView = z.strictObject({
  ...queuedCase.shape,
  path: z.string(),
  evidence: evidence.nullable(),
  measures: z.array(z.enum(MEASURES)),
  filed: z.array(
    z.strictObject({
      id,
      at: time,
      reason: z.enum(REPORT_REASONS),
      text: z.string(),
      name: z.string(),
      by: personFace.nullable(),
    }),
  ),
  notes: z.array(z.strictObject({ id, at: time, text: z.string(), by: personFace.nullable() })),
  decision: z.strictObject({ ...decision.shape, by: personFace.nullable() }).nullable(),
  appeals: z.array(z.strictObject({ id, ...appealView.shape })),
  before: z.int(),
});
export type ReportCaseView = z.infer<typeof reportCaseView>;
