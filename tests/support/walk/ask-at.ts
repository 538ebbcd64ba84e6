import { ADDRESS_HEADER } from "@/lib/server/callers/client-address";
import type { HANDLERS } from "@/tests/support/api-server";

type Handler = (typeof HANDLERS)[number]["handler"];

type Sent = {
  method: string;
  path: string;
  params: Record<string, string>;
  cookie?: string;
  bearer?: string;
  body?: string;
};

let asked = 0;

/** Sends a request through a route as a browser would, from an address where nobody has asked before: no limit is met. */
export async function askAt(handler: Handler, { method, path, params, cookie, bearer, body }: Sent) {
  asked += 1;
  const headers = new Headers({ [ADDRESS_HEADER]: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}` });
  if (cookie) headers.set("cookie", cookie);
  if (bearer) headers.set("authorization", `Bearer ${bearer}`);
  if (method !== "GET") headers.set("origin", "http://localhost:3000");
  const leaves = new AbortController();
  const request = new Request(new URL(path, "http://localhost:3000"), { method, headers, body, signal: leaves.signal });
  const answer = await handler(request, {
    params: Promise.resolve(Object.keys(params).length > 0 ? params : undefined),
  });
  // A stream of events has no end of its own.
  const endless = answer.headers.get("content-type")?.startsWith("text/event-stream");
  if (endless) await answer.body?.cancel();
  leaves.abort();
  return { status: answer.status, headers: answer.headers, text: endless ? "" : await answer.text() };
}
