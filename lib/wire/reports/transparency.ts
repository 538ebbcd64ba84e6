import type { Measure, ReportReason } from "@/lib/domain/reports/report";

/** A month, `2026-11`: how many reports came, what was decided on which ground, and how many appeals were decided, and against the decision. */
export type TransparencyMonth = {
  month: string;
  reports: number;
  decisions: readonly { ground: ReportReason | "nothing_found"; measure: Measure; count: number }[];
  appeals: number;
  overturned: number;
};
