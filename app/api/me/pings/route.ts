import { query } from "@/lib/server/http/query";
import { myPings } from "@/lib/server/queries/invites/my-pings";

export const GET = query("Who wants me in which room", async ({ caller }) => caller && myPings(caller), {
  who: "member",
});
