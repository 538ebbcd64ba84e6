import { type RoomId, toId } from "@/lib/domain/ids";
import { refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { endAnyRoom } from "@/lib/server/planning/end-any-room";
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
    return endAnyRoom(caller.id, roomId, input.reason);
  },
});
