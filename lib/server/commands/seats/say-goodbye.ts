import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { sayGone } from "@/lib/server/seats/presence";
import { noInput, nothing } from "@/lib/wire/fields";

/** Receives the goodbye of a closing tab, which does not wait for the answer. The seat is kept for the grace of its role. */
export const sayGoodbye = defineCommand({
  who: "person",
  limit: "leavesOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Say that the tab is closed; the seat is kept for its grace",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    await sayGone(roomId, caller.id);
    return granted(null);
  },
});
