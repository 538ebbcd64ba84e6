import { type RoomId, toId } from "@/lib/domain/ids";
import { endRoom as rule } from "@/lib/domain/rooms/ending";
import { granted, refused } from "@/lib/domain/ruling";
import { endLiveRoom } from "@/lib/server/acts/end-live-room";
import { type Ask, defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { actorFromFamily } from "@/lib/server/seats/actor-from-family";
import { type LockedRoom, lockRoom } from "@/lib/server/seats/lock-room";
import { lockSeats } from "@/lib/server/seats/lock-seats";
import { nothing } from "@/lib/wire/fields";
import { type EndInput, endInput } from "@/lib/wire/rooms/inputs";

/**
 * Ends a room, or calls a scheduled one off, with a line to everyone. An overflow room is closed by those who lead its main
 * room; whoever sat in it is placed in the others by the door, which they ask again.
 */
export const endRoom = defineCommand({
  who: "member",
  limit: "roomEditsOfPerson",
  input: endInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "End a room",
  run: async ({ caller, params, input }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
    const ruling = await inTransaction(async (tx) => {
      const room = await lockRoom(tx, roomId);
      if (!room) return refused("not_found");
      const seat =
        (await lockSeats(tx, roomId, [caller.id])).get(caller.id) ?? (await actorFromFamily(tx, roomId, caller.id));
      const ruled = rule(room, caller.id, seat);
      if (!ruled.ok) return ruled;
      return granted(ruled.value === "end" ? await end(tx, room, caller, input) : []);
    });
    if (!ruling.ok) return ruling;
    ringHallway(ruling.value);
    return granted(null);
  },
});

async function end(
  tx: Transaction,
  room: LockedRoom,
  caller: Ask<EndInput, "member">["caller"],
  { line }: EndInput,
): Promise<RoomId[]> {
  const hall = await tx.room.findUniqueOrThrow({ where: { id: room.id }, select: { overflowNumber: true } });
  const changed = await endLiveRoom(tx, room.id, caller.id, new Date(), line);
  if (room.mainRoomId === null) return changed;
  const happening = { type: "hall_closed", hall: hall.overflowNumber ?? 0 } as const;
  await writeRoomEvents(tx, room.mainRoomId, caller.id, [{ audience: "moderators", happening }]);
  return [...changed, room.mainRoomId];
}
