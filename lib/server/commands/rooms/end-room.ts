import { type RoomId, toId } from "@/lib/domain/ids";
import { endRoom as rule } from "@/lib/domain/rooms/ending";
import { granted, refused } from "@/lib/domain/ruling";
import { actOnRoom } from "@/lib/server/acts/act-in-room";
import { endRooms } from "@/lib/server/acts/end-live-room";
import { defineCommand } from "@/lib/server/http/command";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import { callOff } from "@/lib/server/planning/call-off";
import type { Transaction } from "@/lib/server/postgres/db";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import type { LockedRoom } from "@/lib/server/seats/lock-room";
import { nothing } from "@/lib/wire/fields";
import { endInput } from "@/lib/wire/rooms/inputs";

/**
 * Ends a room, or calls a scheduled one off, with a farewell to everyone. Leaders of the main room close its overflow rooms.
 * The people of a closed hall ask the door again, which places them in another.
 */
export const endRoom = defineCommand({
  who: "member",
  limit: "roomEditsOfPerson",
  input: endInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "End a room",
  run: async (ask) => {
    const { caller, params, input } = ask;
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
    return actOnRoom(
      ask,
      async ({ tx, rooms, actor, now }) => {
        const room = rooms.get(roomId);
        if (!room) return null;
        const ruled = rule(room, caller.id, actor);
        if (!ruled.ok) return ruled;
        if (ruled.value === "done") return granted({ value: null });
        const ended =
          room.status === "scheduled"
            ? await callOff(tx, roomId, { by: caller.id, reason: input.line, now })
            : await endRooms(tx, roomId, { byId: caller.id, now, line: input.line });
        const closed = await hallClosed(tx, room);
        const changed = [...ended.rooms, ...closed.map((told) => told.roomId)];
        return granted({ value: null, placed: [...ended.placed, ...closed], changed });
      },
      { locks: "room" },
    );
  },
});

/** The event for the main room's moderators about a closed hall of theirs. */
async function hallClosed(tx: Transaction, { id, mainRoomId }: LockedRoom): Promise<PlacedEvent[]> {
  if (mainRoomId === null) return [];
  const { overflowNumber } = await tx.room.findUniqueOrThrow({ where: { id }, select: { overflowNumber: true } });
  const happening = { type: "hall_closed", hall: overflowNumber ?? 0 } as const;
  return [{ roomId: mainRoomId, event: { audience: "moderators", happening } }];
}
