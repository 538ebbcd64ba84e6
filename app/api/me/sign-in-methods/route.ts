import { signInMethods } from "@/lib/server/account/sign-in-methods";
import { query } from "@/lib/server/http/query";
import { signInMethods as output } from "@/lib/wire/account/views";

export const GET = query({
  summary: "By what I sign in",
  who: "member",
  output,
  ask: async ({ caller }) => (caller.scopes ? null : signInMethods(caller.id)),
});
