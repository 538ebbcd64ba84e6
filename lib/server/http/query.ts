import type { Caller } from "@/lib/server/callers/caller";
import { callerOf } from "@/lib/server/callers/find-caller";
import { json, refusal, unchanged } from "./answers";
import type { Params } from "./command";
import { answerFault } from "./fault";

type QueryAsk = { caller: Caller | null; params: Params; request: Request };

/**
 * The door around a question. `ask` answers what the caller may see; `null` answers 404, the same for
 * what is not there and for what one may not know of. With `who` = `member` others are refused before anything is asked.
 */
export function query<Value>(
  summary: string,
  ask: (ask: QueryAsk) => Promise<Value | null>,
  who: "anyone" | "member" = "anyone",
) {
  const handler = async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      const caller = await callerOf(request);
      if (caller?.scopes && !caller.scopes.includes("read")) return refusal("scope_missing");
      if (who === "member" && caller?.kind !== "member") return refusal(caller ? "members_only" : "not_signed_in");
      const value = await ask({ caller, params: await context.params, request });
      return value === null ? refusal("not_found") : (unchanged(value, request) ?? json(value, 200));
    } catch (fault) {
      return answerFault(request, fault);
    }
  };
  return Object.assign(handler, { spec: { summary } });
}
