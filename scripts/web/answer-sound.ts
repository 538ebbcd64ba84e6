import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { GET } from "@/app/api/rooms/[roomId]/recordings/[recordingId]/sound/route";
import { refusal } from "@/lib/server/http/answers";
import { log } from "@/lib/server/postgres/log";
import { decodePart, webRequest } from "./web-request";

const SOUND = /^\/api\/rooms\/([^/?]+)\/recordings\/([^/?]+)\/sound\/?(?:\?.*)?$/;

/**
 * Answers `GET` and `HEAD /api/rooms/:id/recordings/:id/sound` with the handler that Next would call; false where the request is another.
 * Next takes Content-Length off what handlers answer, without which nobody knows how long a podcast is before they have all of it.
 */
export function answerSound(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const [, roomId, recordingId] = SOUND.exec(request.url ?? "") ?? [];
  if (roomId === undefined || recordingId === undefined) return false;
  void answer(request, response, { roomId: decodePart(roomId), recordingId: decodePart(recordingId) });
  return true;
}

/** Never throws. Whoever goes away, or is too slow to take more, is read no further for. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  named: { roomId: string; recordingId: string },
): Promise<void> {
  try {
    const asked = webRequest(request);
    const answered = asked ? await GET(asked, { params: Promise.resolve(named) }) : refusal("bad_input");
    response.statusCode = answered.status;
    for (const [name, value] of answered.headers) response.appendHeader(name, value);
    if (request.method === "HEAD" || !answered.body) return void response.end();
    await pipeline(Readable.fromWeb(answered.body as NodeStream), response);
  } catch (fault) {
    const isAway = fault instanceof Error && "code" in fault && fault.code === "ERR_STREAM_PREMATURE_CLOSE";
    if (!isAway) log().error({ err: fault }, "a sound was not delivered whole");
    response.destroy();
  }
}
