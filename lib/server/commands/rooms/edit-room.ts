import { type RoomId, toId } from "@/lib/domain/ids";
import { editRoom as rule } from "@/lib/domain/rooms/editing";
import { defaultReserve } from "@/lib/domain/rooms/room";
import { granted, refused } from "@/lib/domain/ruling";
import { parkHands } from "@/lib/server/hands/hand-mode";
import type { Command } from "@/lib/server/http/command";
import { withinLimits } from "@/lib/server/limits/within-limits";
import { writePlacedEvents } from "@/lib/server/notify/placed-events";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { roomDetails } from "@/lib/server/queries/rooms/room-details";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { changeInHalls, lockHallsToChange } from "@/lib/server/seats/family-kind";
import { type LockedRoom, lockRoom } from "@/lib/server/seats/lock-room";
import { lockSeats } from "@/lib/server/seats/lock-seats";
import { type RoomChanges, roomChanges } from "@/lib/wire/rooms/inputs";
import type { RoomDetails } from "@/lib/wire/rooms/views";

/** Changes what a room is about and whom it lets in. */
export const editRoom: Command<RoomChanges, { room: RoomDetails }, "member"> = {
  who: "member",
  input: roomChanges,
  summary: "Edit a room",
  run: async ({ caller, params, input }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
    const sizes = withinLimits(input);
    if (!sizes.ok) return sizes;
    const ruling = await inTransaction(async (tx) => {
      const room = await lockRoom(tx, roomId);
      if (!room) return refused("not_found");
      const halls = await lockHallsToChange(tx, room, input);
      const seat = (await lockSeats(tx, roomId, [caller.id])).get(caller.id) ?? null;
      const ruled = rule(room, caller.id, seat, input);
      if (!ruled.ok) return ruled;
      const limit = (input.capacity ?? room.capacity) - 1;
      if (input.reserve !== undefined && input.reserve > limit) {
        return refused("bad_input", { field: "reserve", reason: "above_limit", limit });
      }
      const details = await change(tx, room, input);
      const inHalls = await changeInHalls(tx, halls, input);
      const parked = input.handMode ? await parkHands(tx, roomId, input.handMode, new Date()) : [];
      const edited: EventToWrite = { audience: "everyone", happening: { type: "room_edited", room: details } };
      await writePlacedEvents(tx, caller.id, [...[edited, ...parked].map((event) => ({ roomId, event })), ...inHalls]);
      return granted({ room: details });
    });
    if (ruling.ok) ringHallway([roomId]);
    return ruling;
  },
};

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
