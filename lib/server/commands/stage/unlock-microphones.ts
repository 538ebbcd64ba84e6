import { type RoomId, toId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { SCENE_REFUSALS, whyNoSeat } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { roomDetails } from "@/lib/server/queries/rooms/room-details";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { lockSeats } from "@/lib/server/seats/lock-seats";
import { noInput, nothing } from "@/lib/wire/fields";

/** Lets whoever was muted unmute themselves again. It unmutes nobody: that is each one's own. */
export const unlockMicrophones = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Unlock the microphones of the stage",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    const ruling = await inTransaction(async (tx) => {
      await lockRoom(tx, roomId);
      const actor = (await lockSeats(tx, roomId, [caller.id])).get(caller.id);
      if (!actor) return null;
      if (!can(actor, "muteAll")) return refused("not_allowed");
      const where = { id: roomId, microphonesLockedAt: { not: null } };
      const unlocked = await tx.room.updateMany({ where, data: { microphonesLockedAt: null } });
      if (unlocked.count === 0) return granted(null);
      const room = await roomDetails(tx, roomId);
      await writeRoomEvents(tx, roomId, caller.id, [
        { audience: "everyone", happening: { type: "room_edited", room } },
      ]);
      return granted(null);
    });
    return ruling ?? refused(await whyNoSeat(caller, roomId));
  },
});
