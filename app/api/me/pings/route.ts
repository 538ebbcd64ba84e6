import { query } from "@/lib/server/http/query";
import { myPings } from "@/lib/server/queries/my-pings";

export const GET = query("Who wants me in which room", async ({ caller }) => caller && myPings(caller), "member");
