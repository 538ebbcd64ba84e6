import type { Caller } from "@/lib/server/callers/caller";
import { addressOf } from "@/lib/server/callers/client-address";
import { callerOf } from "@/lib/server/callers/find-caller";
import { spend } from "@/lib/server/limits/shared-limits";
import { json, refusal, unchanged } from "./answers";
import { type Context, type Params, paramsOf } from "./command";
import { answerFault } from "./fault";
import { namesSomething, unstorableText } from "./honest-text";

type QueryAsk = { caller: Caller | null; params: Params; request: Request };

/**
 * The door around a question. `ask` answers what the caller may see; `null` answers 404, the same for
 * what is not there and for what one may not know of. With `who` = `member` others are refused before anything is asked.
 * `searches`: it looks through many rows for some text, and is counted.
 */
export function query<Value>(
  summary: string,
  ask: (ask: QueryAsk) => Promise<Value | null>,
  { who = "anyone", searches = false }: { who?: "anyone" | "member"; searches?: boolean } = {},
) {
  const handler = async (request: Request, context: Context): Promise<Response> => {
    try {
      const params = await paramsOf(context);
      if (!namesSomething(params)) return refusal("not_found");
      const field = unstorableText(Object.fromEntries(new URL(request.url).searchParams));
      if (field !== null) return refusal("bad_input", { field, reason: "no_text" });
      const caller = await callerOf(request);
      if (caller?.scopes && !caller.scopes.includes("read")) return refusal("scope_missing");
      if (who === "member" && caller?.kind !== "member") return refusal(caller ? "members_only" : "not_signed_in");
      const waitSeconds = searches ? await spendSearch(caller, request) : null;
      if (waitSeconds !== null) return refusal("too_many", { retryAfterSeconds: waitSeconds });
      const value = await ask({ caller, params, request });
      return value === null ? refusal("not_found") : (unchanged(value, request) ?? json(value, 200));
    } catch (fault) {
      return answerFault(request, fault);
    }
  };
  return Object.assign(handler, { spec: { summary } });
}

const spendSearch = (caller: Caller | null, request: Request): Promise<number | null> =>
  caller ? spend("searchesOfPerson", caller.id) : spend("searchesFromAddress", addressOf(request));
