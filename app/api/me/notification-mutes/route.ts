import { query } from "@/lib/server/http/query";
import { mutedPeople } from "@/lib/server/queries/notifications/muted-people";
import { mutedPeople as output } from "@/lib/wire/notifications/views";

export const GET = query({
  summary: "Of whom I am told nothing",
  who: "member",
  output,
  ask: ({ caller }) => mutedPeople(caller),
});
