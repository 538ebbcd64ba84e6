import type { z } from "zod";
import type { Ruling } from "@/lib/domain/ruling";
import type { Caller, Member } from "@/lib/server/callers/caller";
import { callerOf } from "@/lib/server/callers/find-caller";
import type { RefusalCode } from "@/lib/wire/refusals";
import { json, refusal } from "./answers";
import { answerFault } from "./fault";
import { readInput } from "./read-input";
import { isCrossSite } from "./same-site";

/** The names in a route's path, e.g. `{ roomId, personId }`. */
export type Params = Record<string, string>;

/** Works under Next and under plain node:http alike. */
export type Handler = ((request: Request, context: { params: Promise<Params> }) => Promise<Response>) & {
  spec: CommandSpec;
};

type Who = "member" | "person" | "anyone";

type CallerFor<W extends Who> = W extends "member" ? Member : W extends "person" ? Caller : Caller | null;

/** What a command is given: who asks, what is named in the path, and the parsed body. */
export type Ask<Input, W extends Who = Who> = { caller: CallerFor<W>; params: Params; input: Input; request: Request };

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
 * `who`: `member` is signed in; `person` is a member or a guest; `anyone` may also be nobody yet.
 * `status` of the success, 200 unless said. A value of `null` answers 204.
 */
export type Command<Input, Value, W extends Who = Who> = {
  who: W;
  input: z.ZodType<Input>;
  status?: number;
  summary: string;
  run: (ask: Ask<Input, W>) => Promise<Ruling<Value, RefusalCode> & AnswerExtras>;
};

/** What the OpenAPI page needs to know of a handler. */
type CommandSpec = { who: Who; input: z.ZodType; status: number; summary: string };

/**
 * The one door around a command: finds the person, checks origin and scope, parses, runs, maps a refusal to its status.
 * Faults become one 500 (or 503 where Postgres or LiveKit is away) and are logged with the request's id.
 */
export function command<Input, Value, W extends Who>(definition: Command<Input, Value, W>): Handler {
  const status = definition.status ?? 200;
  const handler = async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      if (isCrossSite(request)) return refusal("cross_site");
      const caller = await callerOf(request);
      const turnedAway = judgeCaller(definition.who, caller);
      if (turnedAway) return refusal(turnedAway);
      const input = await readInput(request, definition.input);
      if (!input.ok) return refusal(input.refusal, input.facts);
      const ask = { caller, params: await context.params, input: input.value, request } as Ask<Input, W>;
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
    spec: { who: definition.who, input: definition.input, status, summary: definition.summary },
  });
}

function judgeCaller(who: Who, caller: Caller | null): RefusalCode | null {
  if (caller?.scopes && !caller.scopes.includes("write")) return "scope_missing";
  if (who === "anyone") return null;
  if (!caller) return "not_signed_in";
  return who === "member" && caller.kind === "guest" ? "members_only" : null;
}
