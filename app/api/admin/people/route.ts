import { query } from "@/lib/server/http/query";
import { adminPeople } from "@/lib/server/queries/admin/admin-people";

export const GET = query(
  "People by name, handle or address, for admins",
  ({ caller, request }) => adminPeople(caller, new URL(request.url).searchParams.get("q") ?? ""),
  { searches: true },
);
