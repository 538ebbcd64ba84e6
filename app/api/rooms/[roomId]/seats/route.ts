import { type RoomId, toId } from "@/lib/domain/ids";
import { ReadyJson } from "@/lib/server/http/answers";
import { query } from "@/lib/server/http/query";
import { knownInside } from "@/lib/server/queries/rooms/known-room";
import { roomRoster } from "@/lib/server/queries/roster/room-roster";
import { seatList } from "@/lib/wire/roster/views";

export const GET = query({
  summary: "Every seat of the audience, for the seat map",
  who: "anyone",
  output: seatList,
  ask: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await knownInside(caller, roomId))) return null;
    const { seatListText, etag } = await roomRoster(roomId);
    return new ReadyJson(seatListText, etag);
  },
});
