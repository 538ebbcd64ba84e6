import { query } from "@/lib/server/http/query";
import { reportCase } from "@/lib/server/queries/reports/report-case";
import { reportCaseView } from "@/lib/wire/reports/views";

export const GET = query({
  summary: "One case with all that is known of it, for admins",
  who: "anyone",
  output: reportCaseView,
  ask: ({ caller, params }) => reportCase(caller, params.caseId ?? ""),
});
