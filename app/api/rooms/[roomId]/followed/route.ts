import { type RoomId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { followedHere } from "@/lib/server/queries/followed-here";
import { knownRoom } from "@/lib/server/queries/known-room";

export const GET = query("Whom of this room I follow", async ({ caller, params }) => {
  const roomId = toId<RoomId>(params.roomId);
  if (!roomId || !(await knownRoom(caller, roomId))) return null;
  return caller ? followedHere(roomId, caller) : { people: [] };
});
