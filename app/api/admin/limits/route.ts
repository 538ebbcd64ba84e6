import { query } from "@/lib/server/http/query";
import { adminLimits } from "@/lib/server/queries/admin/admin-limits";
import { adminLimits as output } from "@/lib/wire/admin/numbers";

export const GET = query({
  summary: "Which limits refused somebody in the last day, for admins",
  who: "anyone",
  output,
  ask: ({ caller }) => adminLimits(caller),
});
