import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { ratings } from "@/lib/server/queries/interpreting/ratings";
import { ratingList } from "@/lib/wire/interpreting/views";

export const GET = query({
  summary: "How well each language is understood in each hall, for host and moderators",
  who: "anyone",
  output: ratingList,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId && ratings(caller, roomId);
  },
});
