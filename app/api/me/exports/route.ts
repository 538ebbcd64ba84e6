import { sessionHashOf } from "@/lib/server/callers/credential";
import { askForExport } from "@/lib/server/commands/account/ask-for-export";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { myExport } from "@/lib/server/queries/account/my-export";
import { exportState } from "@/lib/wire/account/views";

export const GET = query({
  summary: "How far the archive of my data is",
  who: "member",
  output: exportState,
  ask: async ({ caller, request }) =>
    caller.scopes ? null : { export: await myExport(caller.id, sessionHashOf(request.headers)) },
});
export const POST = command(askForExport);
