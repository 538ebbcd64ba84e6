import { query } from "@/lib/server/http/query";
import { adminHistory } from "@/lib/server/queries/admin/admin-history";
import { adminHistoryInput, adminHistory as output } from "@/lib/wire/admin/numbers";

export const GET = query({
  summary: "What there was over the last day, week or quarter, for admins",
  who: "anyone",
  asked: adminHistoryInput,
  output,
  ask: ({ caller, asked }) => adminHistory(caller, asked.range, new Date()),
});
