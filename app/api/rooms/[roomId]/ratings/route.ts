import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { ratings } from "@/lib/server/queries/interpreting/ratings";

export const GET = query(
  "How well each language is understood in each hall, for host and moderators",
  ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    return roomId ? ratings(caller, roomId) : Promise.resolve(null);
  },
);
