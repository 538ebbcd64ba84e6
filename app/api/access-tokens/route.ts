import { createAccessToken } from "@/lib/server/commands/sign-in/create-access-token";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { accessTokens } from "@/lib/server/queries/sign-in/access-tokens";

export const GET = query(
  "My personal access tokens",
  async ({ caller }) => caller && { accessTokens: await accessTokens(caller.id) },
  { who: "member" },
);
export const POST = command(createAccessToken);
