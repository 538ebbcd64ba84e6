import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { POST } from "@/app/api/rooms/[roomId]/seat/route";
import { env } from "@/lib/env";
import { log } from "@/lib/server/postgres/log";

const DOOR = /^\/api\/rooms\/([^/?]+)\/seat\/?(?:\?.*)?$/;

/** Answers `POST /api/rooms/:id/seat` with the handler that Next would call; false where the request is another. */
export function answerDoor(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "POST") return false;
  const roomId = DOOR.exec(request.url ?? "")?.[1];
  if (roomId === undefined) return false;
  answer(request, response, roomId).catch((fault: unknown) => {
    log().error({ err: fault }, "the door's answer was not delivered");
    response.destroy();
  });
  return true;
}

async function answer(request: IncomingMessage, response: ServerResponse, roomId: string): Promise<void> {
  const answered = await POST(webRequest(request), { params: Promise.resolve({ roomId: decode(roomId) }) });
  // As text, head and body leave in one write.
  const body = await answered.text();
  response.writeHead(answered.status, [
    "content-length",
    String(Buffer.byteLength(body)),
    ...[...answered.headers].flat(),
  ]);
  response.end(body);
}

function webRequest(request: IncomingMessage): Request {
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
}

/** A path part that is no valid encoding names no room; the handler answers 404 for it. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
