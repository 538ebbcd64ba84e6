import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** Puts a hidden room back into the caller's hallway. One that was not hidden stays where it is. */
export const showRoomAgain = defineCommand({
  who: "member",
  limit: "hallwayActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Show a hidden room in my hallway again",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    await db().hiddenRoom.deleteMany({ where: { personId: caller.id, roomId } });
    ringPerson(caller.id);
    return granted(null);
  },
});
