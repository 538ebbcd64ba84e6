import { sessionHashOf } from "@/lib/server/callers/credential";
import { endOtherSessions } from "@/lib/server/commands/account/end-other-sessions";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { mySessions } from "@/lib/server/queries/account/my-sessions";
import { sessionList } from "@/lib/wire/account/views";

export const GET = query({
  summary: "The browsers in which I am signed in",
  who: "member",
  output: sessionList,
  ask: async ({ caller, request }) =>
    caller.scopes ? null : { sessions: await mySessions(caller.id, sessionHashOf(request.headers)) },
});
export const DELETE = command(endOtherSessions);
