import type { RefusalFacts } from "@/lib/domain/ruling";
import { REFUSAL_STATUS, type RefusalBody, type RefusalCode } from "@/lib/wire/refusals";
import { REFUSAL_MESSAGE } from "./refusal-messages";

/** A JSON answer that no cache keeps. `null` becomes an empty 204. */
export function json(value: unknown, status: number, headers: Record<string, string> = {}): Response {
  const kept = { "Cache-Control": "no-store", ...headers };
  if (value === null || value === undefined) return new Response(null, { status: 204, headers: kept });
  return Response.json(value, { status, headers: kept });
}

/** `{ error: { code, message, …facts } }` with the code's status; `retryAfterSeconds` is also the Retry-After header. */
export function refusal(code: RefusalCode, facts: RefusalFacts = {}): Response {
  const body: RefusalBody = { error: { code, message: REFUSAL_MESSAGE[code], ...facts } };
  const retryAfter = facts.retryAfterSeconds;
  return json(body, REFUSAL_STATUS[code], retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) });
}
