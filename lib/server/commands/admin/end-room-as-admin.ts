import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { endLiveRoom } from "@/lib/server/acts/end-live-room";
import { writeAdminEvent } from "@/lib/server/acts/write-admin-event";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { callOff } from "@/lib/server/planning/call-off";
import { writeTold } from "@/lib/server/planning/told";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { reasonInput } from "@/lib/wire/admin/inputs";
import { nothing } from "@/lib/wire/fields";

/** Ends any room. Everyone in it gets the neutral message; the reason stays in the admins' log. Admins only. */
export const endRoomAsAdmin = defineCommand({
  who: "member",
  limit: "adminActsOfPerson",
  input: reasonInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "End any room",
  run: async ({ caller, params, input }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!caller.admin || !roomId) return refused("not_found");
    const ruling = await inTransaction(async (tx) => {
      const room = await lockRoom(tx, roomId);
      if (!room) return refused("not_found");
      if (room.status === "ended") return granted([]);
      // Before the events, whose clock is the last in the lock order.
      const facts = { roomId, title: room.title, reason: input.reason };
      const change = { before: { status: room.status }, after: { status: "ended" } };
      await writeAdminEvent(tx, caller.id, "room_ended", facts, change);
      if (room.status === "live") return granted(await endLiveRoom(tx, roomId, caller.id, new Date()));
      const told = await callOff(tx, roomId, { by: caller.id, reason: "", now: new Date() });
      return granted(await writeTold(tx, caller.id, [told]));
    });
    if (!ruling.ok) return ruling;
    ringHallway(ruling.value);
    return granted(null);
  },
});
