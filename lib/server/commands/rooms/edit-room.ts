import { type RoomId, toId } from "@/lib/domain/ids";
import { editRoom as rule } from "@/lib/domain/rooms/editing";
import { defaultReserve } from "@/lib/domain/rooms/room";
import { granted, refused } from "@/lib/domain/ruling";
import { parkHands } from "@/lib/server/hands/hand-mode";
import { defineCommand } from "@/lib/server/http/command";
import { withinLimits } from "@/lib/server/limits/within-limits";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { roomDetails } from "@/lib/server/queries/rooms/room-details";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { type LockedRoom, lockRoom } from "@/lib/server/seats/lock-room";
import { lockSeats } from "@/lib/server/seats/lock-seats";
import { type RoomChanges, roomChanges } from "@/lib/wire/rooms/inputs";
import type { RoomDetails } from "@/lib/wire/rooms/views";
import { roomAnswer } from "@/lib/wire/rooms/views";

/** Changes what a room is about and whom it lets in. */
export const editRoom = defineCommand({
  who: "member",
  limit: "roomEditsOfPerson",
  input: roomChanges,
  output: roomAnswer,
  refusals: ["bad_input", "capacity_below_seats", "not_allowed", "not_found", "room_ended"],
  summary: "Edit a room",
  run: async ({ caller, params, input }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
    const sizes = withinLimits(input);
    if (!sizes.ok) return sizes;
    const ruling = await inTransaction(async (tx) => {
      const room = await lockRoom(tx, roomId);
      if (!room) return refused("not_found");
      const seat = (await lockSeats(tx, roomId, [caller.id])).get(caller.id) ?? null;
      const ruled = rule(room, caller.id, seat, input);
      if (!ruled.ok) return ruled;
      const limit = (input.capacity ?? room.capacity) - 1;
      if (input.reserve !== undefined && input.reserve > limit) {
        return refused("bad_input", { field: "reserve", reason: "above_limit", limit });
      }
      const details = await change(tx, room, input);
      const parked = input.handMode ? await parkHands(tx, roomId, input.handMode, new Date()) : [];
      await writeRoomEvents(tx, roomId, caller.id, [
        { audience: "everyone", happening: { type: "room_edited", room: details } },
        ...parked,
      ]);
      return granted({ room: details });
    });
    if (ruling.ok) ringHallway([roomId]);
    return ruling;
  },
});

async function change(tx: Transaction, room: LockedRoom, changes: RoomChanges): Promise<RoomDetails> {
  const { overflowRooms, stageFirst, ...plain } = changes;
  const data = {
    ...plain,
    reserve: reserveOf(room, changes),
    ...(overflowRooms !== undefined && { overflowLimit: overflowRooms }),
    ...(stageFirst !== undefined && { stageFirstAt: stageFirst ? new Date() : null }),
  };
  await tx.room.update({ where: { id: room.id }, data });
  return roomDetails(tx, room.id);
}

/** None is kept where overflow is off; a room that shrinks keeps no more than is usual for its size. */
function reserveOf(room: LockedRoom, { capacity, overflowRooms, reserve }: RoomChanges): number {
  if (overflowRooms === 0) return 0;
  if (reserve !== undefined) return reserve;
  return capacity === undefined || capacity >= room.capacity
    ? room.reserve
    : Math.min(room.reserve, defaultReserve(capacity));
}
