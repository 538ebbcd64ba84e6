import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { awayService } from "@/lib/domain/service-away";
import { door } from "@/lib/server/admission/door";
import { defineCommand } from "@/lib/server/http/command";
import { mirrorSeat } from "@/lib/server/mirroring/mirror-seat";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { noInput, nothing } from "@/lib/wire/fields";

/** Leaves a room, at once and quietly. Changes nothing where the caller holds no seat. */
export const leaveSeat = defineCommand({
  who: "person",
  limit: "leavesOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Leave a room",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
    await door().leave({ roomId, personId: caller.id });
    await mirrorSeat(roomId, caller.id).catch((fault: unknown) => {
      // The seat is closed whatever LiveKit says; the sweep puts out who stays behind.
      if (!awayService(fault)) throw fault;
    });
    return granted(null);
  },
});
