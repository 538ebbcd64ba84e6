import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { mine } from "@/lib/server/queries/rooms/mine";
import { visibilityOf } from "@/lib/server/queries/rooms/visibility";
import { mineView } from "@/lib/wire/rooms/mine";
import { NOTHING_MINE } from "@/lib/wire/rooms/nothing-mine";

export const GET = query({
  summary: "What only I see of a room: my seat, hand, invitation, and the queue",
  who: "anyone",
  output: mineView,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    const seen = roomId && (await visibilityOf(caller, roomId));
    if (!seen || seen.sight === "nothing") return null;
    // A person who was put out learns that, and nothing else.
    return seen.sight === "removed" ? { ...NOTHING_MINE, barred: true } : mine(roomId, caller);
  },
});
