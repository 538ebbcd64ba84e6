import { query } from "@/lib/server/http/query";
import { adminNumbers } from "@/lib/server/queries/admin/admin-numbers";
import { adminNumbers as output } from "@/lib/wire/admin/numbers";

export const GET = query({
  summary: "What there is now and how each part is, for admins",
  who: "anyone",
  output,
  ask: ({ caller }) => adminNumbers(caller),
});
