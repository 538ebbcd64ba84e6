import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { followedHere } from "@/lib/server/queries/roster/followed-here";

export const GET = query("Whom of this room I follow", async ({ caller, params }) => {
  const roomId = toId<RoomId>(params.roomId);
  if (!roomId || !(await knownRoom(caller, roomId))) return null;
  return caller ? followedHere(roomId, caller) : { people: [] };
});
