import type { RefusalFacts } from "@/lib/domain/ruling";
import { REFUSAL_STATUS, type RefusalBody, type RefusalCode } from "@/lib/wire/refusals";
import { REFUSAL_MESSAGE } from "./refusal-messages";

/** Known by this mark: a process holds a copy of the class for each bundle, and `instanceof` knows only its own. */
const READY = Symbol.for("plenum.ready-json");

/** JSON text that is ready to be sent: parts of it are shared by many answers. With an `etag`, a browser may keep it and ask again. */
export class ReadyJson<Value = unknown> {
  readonly [READY] = true;
  /** Of what the text is the JSON; only types know. */
  declare readonly describes?: Value;

  constructor(
    readonly text: string,
    readonly etag?: string,
  ) {}
}

/** A JSON answer that no cache keeps. `null` becomes an empty 204. */
export function json(value: unknown, status: number, headers: Record<string, string> = {}): Response {
  const kept = { "Cache-Control": "no-store", ...headers };
  if (value === null || value === undefined) return new Response(null, { status: 204, headers: kept });
  if (isReady(value)) return ready(value, status, kept);
  return Response.json(value, { status, headers: kept });
}

const isReady = (value: unknown): value is ReadyJson => typeof value === "object" && value !== null && READY in value;

function ready({ text, etag }: ReadyJson, status: number, headers: Record<string, string>): Response {
  const asked: Record<string, string> = etag === undefined ? {} : { ETag: etag, "Cache-Control": "private, no-cache" };
  return new Response(text, { status, headers: { "Content-Type": "application/json", ...headers, ...asked } });
}

/** The answer to somebody who holds just this already; null where they do not. */
export function unchanged(value: unknown, request: Request): Response | null {
  if (!isReady(value) || value.etag === undefined) return null;
  const held = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (!held.includes(value.etag)) return null;
  return new Response(null, { status: 304, headers: { ETag: value.etag, "Cache-Control": "private, no-cache" } });
}

/** `{ error: { code, message, …facts } }` with the code's status; `retryAfterSeconds` is also the Retry-After header. */
export function refusal(code: RefusalCode, facts: RefusalFacts = {}): Response {
  const body: RefusalBody = { error: { code, message: REFUSAL_MESSAGE[code], ...facts } };
  const retryAfter = facts.retryAfterSeconds;
  return json(body, REFUSAL_STATUS[code], retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) });
}
