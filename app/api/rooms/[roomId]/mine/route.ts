import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { mine } from "@/lib/server/queries/rooms/mine";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { mineView } from "@/lib/wire/rooms/mine";

export const GET = query({
  summary: "What only I see of a room: my seat, hand, invitation, and the queue",
  who: "anyone",
  output: mineView,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return null;
    return mine(roomId, caller);
  },
});
