import { query } from "@/lib/server/http/query";
import { myPings } from "@/lib/server/queries/invites/my-pings";
import { pingList } from "@/lib/wire/invites/views";

export const GET = query({
  summary: "Who wants me in which room",
  who: "member",
  output: pingList,
  ask: ({ caller }) => myPings(caller),
});
