import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { actAsInterpreter } from "@/lib/server/acts/act-as-interpreter";
import { SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { carryOut, holdBackEvents } from "@/lib/server/mirroring/pending-mirrors";
import { turnBack } from "@/lib/server/stage/turned-interpreters";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Turns an interpreter back from the main stage. They are off the air until they take it. Answered once they are not heard on
 * the stage any more. Throws ServiceAway("media") where LiveKit is away; the sweep then carries it out.
 */
export const turnToBooth = defineCommand({
  who: "member",
  limit: "interpretingOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "not_interpreting", "room_not_live"],
  summary: "Stop speaking on the stage as an interpreter",
  run: async (ask) => {
    const roomId = toId<RoomId>(ask.params.roomId);
    if (!roomId) return refused("not_found");
    const ruling = await actAsInterpreter<never>(ask, async ({ tx, mine }) => {
      for (const { personId, events } of await turnBack(tx, [mine]))
        await holdBackEvents(tx, roomId, personId, personId, events);
      return granted(false);
    });
    if (!ruling.ok) return ruling;
    await carryOut(roomId, ask.caller.id);
    return granted(null);
  },
});
