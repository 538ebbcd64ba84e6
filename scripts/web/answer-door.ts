import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { POST } from "@/app/api/rooms/[roomId]/seat/route";
import { env } from "@/lib/env";
import { refusal } from "@/lib/server/http/answers";
import { send } from "./send";

const DOOR = /^\/api\/rooms\/([^/?]+)\/seat\/?(?:\?.*)?$/;

/** Answers `POST /api/rooms/:id/seat` with the handler that Next would call; false where the request is another. */
export function answerDoor(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "POST") return false;
  const roomId = DOOR.exec(request.url ?? "")?.[1];
  if (roomId === undefined) return false;
  void answer(request, decode(roomId)).then((answered) => send(answered, request, response));
  return true;
}

async function answer(request: IncomingMessage, roomId: string): Promise<Response> {
  const asked = webRequest(request);
  return asked ? POST(asked, { params: Promise.resolve({ roomId }) }) : refusal("bad_input");
}

/** Null where node:http let something through that is no header. */
function webRequest(request: IncomingMessage): Request | null {
  try {
    const headers = new Headers();
    for (let index = 0; index < request.rawHeaders.length; index += 2) {
      headers.append(request.rawHeaders[index] ?? "", request.rawHeaders[index + 1] ?? "");
    }
    const hasBody = headers.has("transfer-encoding") || Number(headers.get("content-length") ?? 0) > 0;
    const body = hasBody ? (Readable.toWeb(request) as ReadableStream<Uint8Array>) : null;
    return new Request(new URL(request.url ?? "/", env().PLENUM_URL), {
      method: "POST",
      headers,
      ...(body ? { body, duplex: "half" } : {}),
    });
  } catch {
    return null;
  }
}

/** A path part that is no valid encoding names no room; the handler answers 404 for it. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
