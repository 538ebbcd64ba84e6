import { toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { adminLog } from "@/lib/server/queries/admin/admin-log";
import { adminLogInput } from "@/lib/wire/admin/inputs";
import { adminLogPage } from "@/lib/wire/admin/views";

export const GET = query({
  summary: "What admins did, for admins",
  who: "anyone",
  asked: adminLogInput,
  output: adminLogPage,
  ask: ({ caller, asked }) => adminLog(caller, toId(asked.before)),
});
