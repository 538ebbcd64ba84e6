import { createAccessToken } from "@/lib/server/commands/sign-in/create-access-token";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { accessTokens } from "@/lib/server/queries/sign-in/access-tokens";
import { accessTokenList } from "@/lib/wire/sign-in/views";

export const GET = query({
  summary: "My personal access tokens",
  who: "member",
  output: accessTokenList,
  ask: async ({ caller }) => ({ accessTokens: await accessTokens(caller.id) }),
});
export const POST = command(createAccessToken);
