import type { IncomingMessage, ServerResponse } from "node:http";
import { POST } from "@/app/api/rooms/[roomId]/seat/route";
import { refusal } from "@/lib/server/http/answers";
import { send } from "./send";
import { decodePart, webRequest } from "./web-request";

const DOOR = /^\/api\/rooms\/([^/?]+)\/seat\/?(?:\?.*)?$/;

/** Answers `POST /api/rooms/:id/seat` with the handler that Next would call; false where the request is another. */
export function answerDoor(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "POST") return false;
  const roomId = DOOR.exec(request.url ?? "")?.[1];
  if (roomId === undefined) return false;
  void answer(request, decodePart(roomId)).then((answered) => send(answered, request, response));
  return true;
}

async function answer(request: IncomingMessage, roomId: string): Promise<Response> {
  const asked = webRequest(request);
  return asked ? POST(asked, { params: Promise.resolve({ roomId }) }) : refusal("bad_input");
}
