import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ADDRESS_HEADER } from "@/lib/server/callers/client-address";
import { FROM_HERE_HEADER, isFromHere } from "@/lib/server/callers/local-mode";

const REQUEST_ID_HEADER = "x-request-id";

/**
 * Gives a request its id, which the answer carries too, and notes the socket's address and whether it is this machine's.
 * What came in under those names is dropped: only this process may say who asks.
 */
export function noteRequest(request: IncomingMessage, response: ServerResponse): void {
  const id = randomUUID();
  setHeader(request, REQUEST_ID_HEADER, id);
  setHeader(request, ADDRESS_HEADER, request.socket.remoteAddress ?? "");
  setHeader(request, FROM_HERE_HEADER, isFromHere(request) ? "1" : "0");
  response.setHeader(REQUEST_ID_HEADER, id);
}

function setHeader(request: IncomingMessage, name: string, value: string): void {
  for (let index = request.rawHeaders.length - 2; index >= 0; index -= 2) {
    if (request.rawHeaders[index]?.toLowerCase() === name) request.rawHeaders.splice(index, 2);
  }
  request.rawHeaders.push(name, value);
  request.headers[name] = value;
}
