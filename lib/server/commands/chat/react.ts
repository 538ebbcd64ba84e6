import { type RoomId, toId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { SCENE_REFUSALS, whyNoSeat } from "@/lib/server/acts/act-in-room";
import { sumReactions } from "@/lib/server/chat/reactions";
import { defineCommand } from "@/lib/server/http/command";
import { spend } from "@/lib/server/limits/limits";
import { seatRole } from "@/lib/server/queries/rooms/seat-role";
import { reactionInput } from "@/lib/wire/chat/inputs";
import { nothing } from "@/lib/wire/fields";

/** Shows a reaction over the stage to everyone in the room. Reactions are summed, never kept. Source: behaviours 12. */
export const react = defineCommand({
  who: "person",
  limit: { none: "it counts taps, of which one request may bring several" },
  input: reactionInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "too_many"],
  summary: "React to what is said",
  run: async ({ caller, params, input }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId) return refused("not_found");
    const waitSeconds = await spend("reactionsOfPerson", caller.id, input.count);
    if (waitSeconds !== null) return refused("too_many", { retryAfterSeconds: waitSeconds });
    const role = await seatRole({ roomId, personId: caller.id });
    if (!role) return refused(await whyNoSeat(caller, roomId));
    if (!can({ personId: caller.id, role }, "react")) return refused("not_allowed");
    sumReactions(roomId, input.reaction, input.count);
    return granted(null);
  },
});
