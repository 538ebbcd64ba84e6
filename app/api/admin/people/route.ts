import { query } from "@/lib/server/http/query";
import { adminPeople } from "@/lib/server/queries/admin/admin-people";
import { adminPeopleInput } from "@/lib/wire/admin/inputs";
import { adminPeopleFound } from "@/lib/wire/admin/views";

export const GET = query({
  summary: "People by name, handle or address, for admins",
  who: "anyone",
  asked: adminPeopleInput,
  searches: true,
  output: adminPeopleFound,
  ask: ({ caller, asked }) => adminPeople(caller, asked.q),
});
