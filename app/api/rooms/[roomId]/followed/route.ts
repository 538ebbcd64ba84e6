import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { knownInside } from "@/lib/server/queries/rooms/known-room";
import { followedHere } from "@/lib/server/queries/roster/followed-here";
import { followedHereView } from "@/lib/wire/roster/views";

export const GET = query({
  summary: "Whom of this room I follow",
  who: "anyone",
  output: followedHereView,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await knownInside(caller, roomId))) return null;
    return caller ? followedHere(roomId, caller) : { people: [] };
  },
});
