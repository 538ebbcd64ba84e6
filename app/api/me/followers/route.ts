import { query } from "@/lib/server/http/query";
import { myFollowers } from "@/lib/server/queries/people/my-followers";
import { followersInput } from "@/lib/wire/people/inputs";
import { followerPage } from "@/lib/wire/people/views";

export const GET = query({
  summary: "Who follows me, found by how their handle or name begins",
  who: "member",
  asked: followersInput,
  searches: true,
  output: followerPage,
  ask: ({ caller, asked }) => myFollowers(caller, asked.q, asked.after ?? null),
});
