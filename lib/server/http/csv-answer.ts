import type { Caller } from "@/lib/server/callers/caller";
import { callerOf } from "@/lib/server/callers/find-caller";
import { refusal } from "./answers";
import { type Context, type Params, paramsOf } from "./command";
import { answerFault } from "./fault";
import { namesSomething } from "./honest-text";

type Table = {
  fileName: string;
  /** The text; null answers 404, the same for what is not there and for what the caller may not know of. */
  ask: (ask: { caller: Caller | null; params: Params }) => Promise<string | null>;
};

/** The door around a table that people take with them: as `query`, but the answer is a file of CSV. */
export const csvAnswer =
  ({ fileName, ask }: Table) =>
  async (request: Request, context: Context): Promise<Response> => {
    try {
      const params = await paramsOf(context);
      if (!namesSomething(params)) return refusal("not_found");
      const caller = await callerOf(request);
      if (caller?.scopes && !caller.scopes.includes("read")) return refusal("scope_missing");
      const text = await ask({ caller, params });
      if (text === null) return refusal("not_found");
      const headers = {
        "Cache-Control": "private, no-store",
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Content-Disposition": `attachment; filename="${fileName}"`,
      };
      return new Response(text, { headers });
    } catch (fault) {
      return answerFault(request, fault);
    }
  };
