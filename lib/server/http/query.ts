import type { z } from "zod";
import type { Caller, Member } from "@/lib/server/callers/caller";
import { addressOf } from "@/lib/server/callers/client-address";
import { callerOf } from "@/lib/server/callers/find-caller";
import { spendSearch } from "@/lib/server/limits/spend-search";
import { json, type ReadyJson, refusal, unchanged } from "./answers";
import { type Context, type Params, paramsOf } from "./command";
import { answerFault } from "./fault";
import { namesSomething, unstorableText } from "./honest-text";

type Who = "anyone" | "member";

type QueryAsk<Asked, W extends Who> = {
  caller: W extends "member" ? Member : Caller | null;
  params: Params;
  asked: Asked;
};

/**
 * A question about the world. `asked`: what may stand in the address behind `?`. `ask` answers what the caller may see; `null`
 * answers 404, the same for what is not there and for what the caller may not know of. `searches`: it looks through many rows for some
 * text, and is counted.
 */
export type Query<Asked, Output, W extends Who> = {
  summary: string;
  who: W;
  asked?: z.ZodType<Asked>;
  searches?: boolean;
  output: z.ZodType<Output>;
  ask: (ask: QueryAsk<Asked, W>) => Promise<NoInfer<Output> | ReadyJson<NoInfer<Output>> | null>;
};

/** What the OpenAPI page needs to know of a question. */
type QuerySpec = { who: Who; asked?: z.ZodType; searches: boolean; output: z.ZodType; summary: string };

/** The door around a question. With `who` = `member` others are refused before anything is asked. */
export function query<Output, W extends Who, Asked = undefined>(definition: Query<Asked, Output, W>) {
  const { who, asked, searches = false, output, summary } = definition;
  const handler = async (request: Request, context: Context): Promise<Response> => {
    try {
      const params = await paramsOf(context);
      if (!namesSomething(params)) return refusal("not_found");
      const search = Object.fromEntries(new URL(request.url).searchParams);
      const field = unstorableText(search);
      if (field !== null) return refusal("bad_input", { field, reason: "no_text" });
      const caller = await callerOf(request);
      if (caller?.scopes && !caller.scopes.includes("read")) return refusal("scope_missing");
      if (who === "member" && caller?.kind !== "member") return refusal(caller ? "members_only" : "not_signed_in");
      const read = asked?.safeParse(search);
      if (read && !read.success) return refusal("bad_input", { field: read.error.issues[0]?.path.join(".") ?? "" });
      const waitSeconds = searches ? await spendSearch(caller, () => addressOf(request)) : null;
      if (waitSeconds !== null) return refusal("too_many", { retryAfterSeconds: waitSeconds });
      const ask = { caller, params, asked: read?.data } as QueryAsk<Asked, W>;
      const value = await definition.ask(ask);
      return value === null ? refusal("not_found") : (unchanged(value, request) ?? json(value, 200));
    } catch (fault) {
      return answerFault(request, fault);
    }
  };
  const spec: QuerySpec = { who, asked, searches, output, summary };
  return Object.assign(handler, { spec });
}
