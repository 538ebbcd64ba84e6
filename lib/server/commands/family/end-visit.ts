import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { hangUpVisit } from "@/lib/server/seats/visits";
import { noInput, nothing } from "@/lib/wire/fields";

/** Stops listening in to an overflow room. Safe to repeat. */
export const endVisit = defineCommand({
  who: "member",
  limit: "visitsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Stop listening in to an overflow room",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
    const where = { roomId, personId: caller.id, closedAt: null };
    const { count } = await db().visit.updateMany({ where, data: { closedAt: new Date() } });
    if (count > 0) await hangUpVisit(roomId, caller.id);
    return granted(null);
  },
});
