import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { visibilityOf } from "@/lib/server/queries/rooms/visibility";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes a room out of the caller's hallway, on every page of theirs, as long as the room is there. A second time changes nothing. */
export const hideRoom = defineCommand({
  who: "member",
  limit: "hallwayActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Hide a room from my hallway",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    const seen = roomId && (await visibilityOf(caller, roomId));
    if (seen?.sight !== "room") return refused("not_found");
    await db().hiddenRoom.createMany({ data: { personId: caller.id, roomId: seen.room.id }, skipDuplicates: true });
    ringPerson(caller.id);
    return granted(null);
  },
});
