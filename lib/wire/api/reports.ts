// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as reportsInputs from "@/lib/wire/reports/inputs";
import type * as reportsViews from "@/lib/wire/reports/views";

export type ReportsApi = {
  "PUT /api/admin/reports/:caseId/appeals/:appealId": {
    params: { caseId: string; appealId: string };
    input: z.input<typeof reportsInputs.appealDecisionInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/admin/reports/:caseId/assignee": { params: { caseId: string }; answer: z.output<typeof fields.nothing> };
  "PUT /api/admin/reports/:caseId/decision": {
    params: { caseId: string };
    input: z.input<typeof reportsInputs.decisionInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/admin/reports/:caseId/notes": {
    params: { caseId: string };
    input: z.input<typeof reportsInputs.caseNoteInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/admin/reports/:caseId": {
    params: { caseId: string };
    answer: z.output<typeof reportsViews.reportCaseView>;
  };
  "GET /api/admin/reports": {
    asked: z.input<typeof reportsInputs.reportQueueInput>;
    answer: z.output<typeof reportsViews.reportQueue>;
  };
  "POST /api/decisions/:key/appeal": {
    params: { key: string };
    input: z.input<typeof reportsInputs.appealInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/decisions/:key": { params: { key: string }; answer: z.output<typeof reportsViews.decisionView> };
  "POST /api/reports": {
    input: z.input<typeof reportsInputs.reportInput>;
    answer: z.output<typeof reportsViews.reportReceipt>;
  };
};
