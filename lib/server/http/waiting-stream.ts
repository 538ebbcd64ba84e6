import { type RoomId, toId } from "@/lib/domain/ids";
import type { RoomStatus } from "@/lib/domain/rooms/room";
import { addressOf } from "@/lib/server/callers/client-address";
import { callerOf } from "@/lib/server/callers/find-caller";
import { type WaitingEvent, watchWaiting } from "@/lib/server/notify/waiting-hub";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { refusal } from "./answers";
import { type Context, paramsOf } from "./command";
import { eventStream } from "./event-stream";
import { answerFault } from "./fault";

/** A class before its guest's hour. Pages that find no place ask now and then. */
const MAX_STREAMS_AN_ADDRESS = 120;

/** `GET /api/rooms/:id/waiting`: how many wait for a planned room to begin, and that it has, as server-sent events. */
export async function waitingStream(request: Request, context: Context): Promise<Response> {
  try {
    const roomId = toId<RoomId>((await paramsOf(context)).roomId);
    const caller = await callerOf(request);
    const room = roomId && (await visibleRoom(caller, roomId));
    if (!roomId || !room) return refusal("not_found");
    return eventStream<WaitingEvent>(request, {
      name: "waitingStreams",
      holder: addressOf(request),
      maxAHolder: MAX_STREAMS_AN_ADDRESS,
      watch: (tell, end) =>
        room.status === "scheduled" ? watchWaiting(roomId, tell) : sayOnce(room.status, tell, end),
    });
  } catch (fault) {
    return answerFault(request, fault);
  }
}

/** Nobody waits any more for what has begun or is over. */
function sayOnce(status: RoomStatus, tell: (event: WaitingEvent) => void, end: () => void): () => void {
  tell({ people: 0, status });
  queueMicrotask(end);
  return () => {};
}
