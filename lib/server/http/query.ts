import { answerFault } from "./fault";
import { json, refusal } from "./answers";
import { callerOf, type Caller } from "./caller";
import type { Params } from "./command";

type QueryAsk = { caller: Caller | null; params: Params; request: Request };

/**
 * The door around a question. `ask` answers what the caller may see; `null` answers 404, the same for
 * what is not there and for what one may not know of.
 */
export function query<Value>(summary: string, ask: (ask: QueryAsk) => Promise<Value | null>) {
  const handler = async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      const caller = await callerOf(request);
      if (caller?.scopes && !caller.scopes.includes("read")) return refusal("scope_missing");
      const value = await ask({ caller, params: await context.params, request });
      return value === null ? refusal("not_found") : json(value, 200);
    } catch (fault) {
      return answerFault(request, fault);
    }
  };
  return Object.assign(handler, { spec: { summary } });
}
