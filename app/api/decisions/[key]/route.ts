import { readDecisionKey } from "@/lib/server/callers/decision-key";
import { query } from "@/lib/server/http/query";
import { decision } from "@/lib/server/queries/reports/decision";
import { decisionView } from "@/lib/wire/reports/views";

export const GET = query({
  summary: "What became of a report, for whoever has its key",
  who: "anyone",
  output: decisionView,
  ask: async ({ params }) => {
    const key = readDecisionKey(params.key ?? "");
    return key && decision(key, new Date());
  },
});
