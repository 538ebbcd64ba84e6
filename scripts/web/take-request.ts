import type { IncomingMessage, ServerResponse } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { refusal } from "@/lib/server/http/answers";
import { answerOtherAddress } from "@/lib/server/http/other-address";
import { securityHeaders } from "@/lib/server/http/security-headers";
import { answerDoor } from "./answer-door";
import { answerSound } from "./answer-sound";
import { isSoundAddress } from "./is-sound-address";
import { noteRequest } from "./note-request";
import { send } from "./send";
import { tellAway } from "./tell-away";

/** A page that is not there, whose answer is the house's own 404. */
const NOWHERE = "/nowhere";

/** What else there is, such as TRACE, Next takes for a fault of its own. */
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Takes one request of the web process: marks it, answers what can be answered before Next, and hands on the rest with
 * an address that names something. Every answer carries the security headers from here on.
 */
export function takeRequest(
  request: IncomingMessage,
  response: ServerResponse,
  passOn: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  noteRequest(request, response);
  const path = request.url ?? "/";
  for (const [name, value] of Object.entries(securityHeaders(path))) response.setHeader(name, value);
  if (!METHODS.has(request.method ?? "")) return void send(refusal("method_not_allowed"), request, response);
  if (!isSoundAddress(path)) {
    if (path.startsWith("/api/")) return void send(refusal("not_found"), request, response);
    request.url = NOWHERE;
  }
  dropOddHeaders(request);
  const elsewhere = answerOtherAddress(request);
  if (elsewhere) return void send(elsewhere, request, response);
  if (answerDoor(request, response) || answerSound(request, response)) return;
  tellAway(String(request.headers["x-request-id"]), response);
  passOn(request, response);
}

/** Next's own header for what a browser holds of a page; what is none would end in a fault. */
const ROUTER_STATE = "next-router-state-tree";

/** What Next would read and stumble over. There are no Server Actions here, so that a call of one is nobody's. */
function dropOddHeaders({ headers }: IncomingMessage): void {
  delete headers["next-action"];
  // Any other number asks for a kind of prefetching that these pages are not built for.
  if (headers["next-router-prefetch"] !== "1") delete headers["next-router-prefetch"];
  if (isRouterState(headers[ROUTER_STATE])) return;
  for (const name of [ROUTER_STATE, "rsc", "next-router-prefetch", "next-router-segment-prefetch"])
    delete headers[name];
}

/** Judged by Next's own reader, so that nothing passes here at which it stumbles later. */
function isRouterState(state: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    return false;
  }
}
