import { endRoom as rule } from "@/lib/domain/ending";
import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { ringHallway } from "@/lib/server/admission/ring-hallway";
import { endLiveRoom } from "@/lib/server/end-live-room";
import type { Command } from "@/lib/server/http/command";
import { inTransaction } from "@/lib/server/in-transaction";
import { lockRoom } from "@/lib/server/lock-room";
import { lockSeats } from "@/lib/server/lock-seats";
import { visibleRoom } from "@/lib/server/queries/visible-room";
import { type EndInput, endInput } from "@/lib/wire/moderation";

/** Ends a room, or calls a scheduled one off, with a line to everyone. */
export const endRoom: Command<EndInput, null, "member"> = {
  who: "member",
  input: endInput,
  summary: "End a room",
  run: async ({ caller, params, input }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
    return inTransaction(async (tx) => {
      const room = await lockRoom(tx, roomId);
      if (!room) return refused("not_found");
      const seat = (await lockSeats(tx, roomId, [caller.id])).get(caller.id) ?? null;
      const ruling = rule(room, caller.id, seat);
      if (!ruling.ok) return ruling;
      if (ruling.value === "end") await endLiveRoom(tx, roomId, caller.id, new Date(), input.line);
      ringHallway([roomId]);
      return granted(null);
    });
  },
};
