import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { peopleInRoom } from "@/lib/server/queries/roster/people-in-room";
import { peopleInput } from "@/lib/wire/roster/inputs";

export const GET = query(
  "People in a room, by a part of their name or by id",
  async (ask) => {
    const roomId = toId<RoomId>(ask.params.roomId);
    const asked = peopleInput.safeParse(Object.fromEntries(new URL(ask.request.url).searchParams));
    const room = roomId && asked.success ? await knownRoom(ask.caller, roomId) : null;
    if (!roomId || !asked.success || !room) return null;
    return { people: await peopleInRoom(room.view, asked.data) };
  },
  { searches: true },
);
