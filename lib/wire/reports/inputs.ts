import { z } from "zod";
import { MEASURES, REPORT_REASONS } from "@/lib/domain/reports/report";
import { line, text } from "@/lib/wire/text";

const MAX_WORDS = 2_000;

/**
 * Input of `POST /api/reports`. `address`: of what is meant, whole or its path; `message`: the number of a message in the chat of that room.
 * `mail`: where whoever has no account is told. `inGoodFaith`: what is said is right as far as they know (Art. 16 DSA).
 */
export const reportInput = z.strictObject({
  address: line(500),
  message: z.int().min(0).optional(),
  reason: z.enum(REPORT_REASONS),
  text: text(MAX_WORDS, "optional").default(""),
  name: line(100, "optional").default(""),
  mail: z.string().max(320).optional(),
  inGoodFaith: z.literal(true),
});

/** Query of `GET /api/admin/reports`: those to be decided, those with an open appeal, or those that are decided. `after`: the last case read. */
export const reportQueueInput = z.object({
  show: z.enum(["open", "appeals", "decided"]).default("open"),
  after: z.string().optional(),
});

/** Input of `POST /api/admin/reports/:caseId/notes`. */
export const caseNoteInput = z.strictObject({ text: text(MAX_WORDS) });

/** Input of `PUT /api/admin/reports/:caseId/decision`: on which ground, what is done, and why, for both sides to read. */
export const decisionInput = z.strictObject({
  ground: z.enum([...REPORT_REASONS, "nothing_found"]),
  measure: z.enum(MEASURES),
  words: text(MAX_WORDS),
});

/** Input of `POST /api/decisions/:key/appeal`. */
export const appealInput = z.strictObject({ text: text(MAX_WORDS) });

/** Input of `PUT /api/admin/reports/:caseId/appeals/:appealId`. `upheld`: the decision stands. */
export const appealDecisionInput = z.strictObject({ upheld: z.boolean(), words: text(MAX_WORDS) });
