import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { roomFigures } from "@/lib/server/queries/figures/room-figures";
import * as figureViews from "@/lib/wire/figures/views";

export const GET = query({
  summary: "Figures of a room that is over, for whoever led it",
  who: "anyone",
  output: figureViews.roomFigures,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId && roomFigures(caller, roomId);
  },
});
