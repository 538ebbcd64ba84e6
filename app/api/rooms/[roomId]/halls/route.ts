import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { hallsDesk } from "@/lib/server/queries/family/halls-desk";
import { hallsDeskView } from "@/lib/wire/family/views";

export const GET = query({
  summary: "The halls of a family, for whoever leads it",
  who: "anyone",
  output: hallsDeskView,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId && hallsDesk(caller, roomId);
  },
});
