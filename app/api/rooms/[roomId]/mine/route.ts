import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { mine } from "@/lib/server/queries/rooms/mine";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";

export const GET = query("What only I see of a room: my seat, hand, invitation, and the queue", async (ask) => {
  const roomId = toId<RoomId>(ask.params.roomId);
  if (!roomId || !(await visibleRoom(ask.caller, roomId))) return null;
  return mine(roomId, ask.caller);
});
