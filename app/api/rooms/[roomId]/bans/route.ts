import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { roomBans } from "@/lib/server/queries/moderation/room-bans";

export const GET = query("Who was removed from a room for good, for its moderators", async ({ caller, params }) => {
  const roomId = toId<RoomId>(params.roomId);
  return roomId && roomBans(caller, roomId);
});
