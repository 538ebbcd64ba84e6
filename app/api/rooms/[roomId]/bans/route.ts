import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { roomBans } from "@/lib/server/queries/moderation/room-bans";
import { banList } from "@/lib/wire/moderation/views";

export const GET = query({
  summary: "Who was removed from a room for good, for its moderators",
  who: "anyone",
  output: banList,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId && roomBans(caller, roomId);
  },
});
