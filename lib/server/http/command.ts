import type { z } from "zod";
import type { Ruling } from "@/lib/domain/ruling";
import { env } from "@/lib/env";
import type { Caller, Member } from "@/lib/server/callers/caller";
import { addressOf } from "@/lib/server/callers/client-address";
import { callerOf } from "@/lib/server/callers/find-caller";
import { type ActLimit, spend } from "@/lib/server/limits/limits";
import type { RefusalCode } from "@/lib/wire/refusals";
import { json, type ReadyJson, refusal } from "./answers";
import { answerFault } from "./fault";
import { namesSomething } from "./honest-text";
import { readAsked, readBytes, readInput } from "./read-input";
import { isCrossSite } from "./same-site";

/** The names in a route's path, e.g. `{ roomId, personId }`. */
export type Params = Record<string, string>;

/** Next gives no names at all where the path has none. */
export type Context = { params: Promise<Params | undefined> };

export const paramsOf = async ({ params }: Context): Promise<Params> => (await params) ?? {};

/** Works under Next and under plain node:http alike. */
export type Handler = ((request: Request, context: Context) => Promise<Response>) & {
  spec: CommandSpec;
};

type Who = "member" | "person" | "anyone";

type CallerFor<W extends Who> = W extends "member" ? Member : W extends "person" ? Caller : Caller | null;

/** What a command is given: who asks, what is named in the path, and the parsed body. */
export type Ask<Input, W extends Who = Who> = {
  caller: CallerFor<W>;
  params: Params;
  input: Input;
  request: Request;
  /** The body of a command that says `bytesUpTo`; null where it is longer. */
  bytes?: Buffer | null;
};

/** Cookies and the like that an answer carries besides its body. */
type AnswerExtras = {
  /** Of this success, where it is another than the command's. */
  status?: number;
  headers?: Record<string, string>;
  /** Set-Cookie lines; one answer may carry several. */
  cookies?: readonly string[];
};

/**
 * A change to the world, as routes, tests and scripts use it.
 * `who`: `member` is signed in; `person` is a member or a guest; `anyone` may also be a visitor without an account.
 * `output`: what a success answers, `nothing` for an empty 204. `also`: successes with another status and shape.
 * `fromAnywhere`: pages of other sites may ask it too. Nobody is found by a cookie or a token: what is asked is all that counts.
 * `limit`: how often a caller may do it, counted by person, else by address.
 * `bytesUpTo`: the body is no JSON but so many bytes of anything, and `input` is what stands in the address behind `?`.
 * `refusals`: every code that `run` may answer, besides those of GENERAL_REFUSALS. `status` of the success, 200 unless said.
 */
export type Command<Input, Output, W extends Who = Who, Refusal extends RefusalCode = RefusalCode, Also = never> = {
  who: W;
  fromAnywhere?: W extends "anyone" ? true : never;
  limit: ActLimit;
  input: z.ZodType<Input>;
  bytesUpTo?: number;
  output: z.ZodType<Output>;
  also?: Readonly<Record<number, z.ZodType<Also>>>;
  refusals: readonly Refusal[];
  status?: number;
  summary: string;
  run: (
    ask: Ask<Input, W>,
  ) => Promise<Ruling<NoInfer<Output> | ReadyJson<NoInfer<Output>> | NoInfer<Also>, NoInfer<Refusal>> & AnswerExtras>;
};

/** A command whose refusals are held to the list that it gives. */
export const defineCommand = <Input, Output, W extends Who, const Refusal extends RefusalCode, Also = never>(
  definition: Command<Input, Output, W, Refusal, Also>,
): Command<Input, Output, W, Refusal, Also> => definition;

/** What the OpenAPI page needs to know of a handler. */
type CommandSpec = {
  who: Who;
  limit: ActLimit;
  input: z.ZodType;
  bytesUpTo?: number;
  output: z.ZodType;
  also: Readonly<Record<number, z.ZodType>>;
  refusals: readonly RefusalCode[];
  status: number;
  summary: string;
};

/**
 * The one door around a command: finds the person, checks origin and scope, parses, counts, runs, maps a refusal to its
 * status. What is refused here has touched nothing.
 * Faults become one 500 (or 503 where Postgres or LiveKit is away) and are logged with the request's id.
 */
export function command<Input, Output, W extends Who, Refusal extends RefusalCode, Also>(
  definition: Command<Input, Output, W, Refusal, Also>,
): Handler {
  const status = definition.status ?? 200;
  const { fromAnywhere = false } = definition;
  const handler = async (request: Request, context: Context): Promise<Response> => {
    try {
      if (!fromAnywhere && isCrossSite(request))
        return refusal("cross_site", { address: new URL(env().PLENUM_URL).origin });
      const params = await paramsOf(context);
      if (!namesSomething(params)) return refusal("not_found");
      const caller = fromAnywhere ? null : await callerOf(request);
      const turnedAway = judgeCaller(definition.who, caller);
      if (turnedAway) return refusal(turnedAway);
      const { bytesUpTo } = definition;
      const read = bytesUpTo === undefined ? readInput : readAsked;
      const input = await read(request, definition.input);
      if (!input.ok) return refusal(input.refusal, input.facts);
      const waitSeconds = await spendOne(definition.limit, caller, request);
      if (waitSeconds !== null) return refusal("too_many", { retryAfterSeconds: waitSeconds });
      // Read when all else is settled: nobody is made to send eight megabytes to be refused.
      const bytes = bytesUpTo === undefined ? undefined : await readBytes(request, bytesUpTo);
      const ask = { caller, params, input: input.value, request, bytes } as Ask<Input, W>;
      const ruling = await definition.run(ask);
      const answer = ruling.ok
        ? json(ruling.value, ruling.value === null ? 204 : (ruling.status ?? status), ruling.headers)
        : refusal(ruling.refusal, ruling.facts);
      for (const cookie of ruling.cookies ?? []) answer.headers.append("Set-Cookie", cookie);
      return answer;
    } catch (fault) {
      return answerFault(request, fault);
    }
  };
  return Object.assign(handler, {
    spec: {
      who: definition.who,
      limit: definition.limit,
      input: definition.input,
      bytesUpTo: definition.bytesUpTo,
      output: definition.output,
      also: definition.also ?? {},
      refusals: definition.refusals,
      status,
      summary: definition.summary,
    },
  });
}

/** Null where the act may go on, else the seconds to wait. */
async function spendOne(limit: ActLimit, caller: Caller | null, request: Request): Promise<number | null> {
  return typeof limit === "string" ? spend(limit, caller?.id ?? addressOf(request)) : null;
}

function judgeCaller(who: Who, caller: Caller | null): RefusalCode | null {
  if (caller?.scopes && !caller.scopes.includes("write")) return "scope_missing";
  if (who === "anyone") return null;
  if (!caller) return "not_signed_in";
  return who === "member" && caller.kind === "guest" ? "members_only" : null;
}
