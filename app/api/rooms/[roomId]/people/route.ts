import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { knownInside } from "@/lib/server/queries/rooms/known-room";
import { peopleInRoom } from "@/lib/server/queries/roster/people-in-room";
import { peopleInput } from "@/lib/wire/roster/inputs";
import { peopleFound } from "@/lib/wire/roster/views";

export const GET = query({
  summary: "People in a room, by a part of their name or by id",
  who: "anyone",
  asked: peopleInput,
  searches: true,
  output: peopleFound,
  ask: async ({ caller, params, asked }) => {
    const roomId = toId<RoomId>(params.roomId);
    const room = roomId && (await knownInside(caller, roomId));
    return room && { people: await peopleInRoom(room.view, asked) };
  },
});
