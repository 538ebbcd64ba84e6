import { query } from "@/lib/server/http/query";
import { reportQueue } from "@/lib/server/queries/reports/report-queue";
import { reportQueueInput } from "@/lib/wire/reports/inputs";
import { reportQueue as output } from "@/lib/wire/reports/views";

export const GET = query({
  summary: "What was reported, for admins",
  who: "anyone",
  asked: reportQueueInput,
  output,
  ask: ({ caller, asked }) => reportQueue(caller, asked),
});
