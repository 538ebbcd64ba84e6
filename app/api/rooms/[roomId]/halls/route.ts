import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { hallsDesk } from "@/lib/server/queries/family/halls-desk";

export const GET = query("The halls of a family, for whoever leads it", async ({ caller, params }) => {
  const roomId = toId<RoomId>(params.roomId);
  return roomId && hallsDesk(caller, roomId);
});
