import { query } from "@/lib/server/http/query";
import { myFollowers } from "@/lib/server/queries/people/my-followers";

export const GET = query(
  "Who follows me, found by how their handle or name begins",
  async ({ caller, request }) => {
    const { searchParams } = new URL(request.url);
    return caller && myFollowers(caller, searchParams.get("q") ?? "", searchParams.get("after"));
  },
  { who: "member", searches: true },
);
