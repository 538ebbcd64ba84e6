import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { granted } from "@/lib/domain/ruling";
import { moveToAudience as rule } from "@/lib/domain/stage/stage";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { heldRoomOf, sendBack } from "@/lib/server/acts/send-back";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Off the stage: oneself, or somebody of a lower rank; whoever was called up from an overflow room is back on their seat
 * there. Answered once their sound is cut at the server.
 */
export const moveToAudience = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "not_on_stage"],
  summary: "Move somebody to the audience, or step down",
  run: async (ask) => {
    const backTo = await seatHeldFor(ask.params.roomId, ask.params.personId ?? ask.caller.id);
    return actInRoom(
      ask,
      async (scene) => {
        const { tx, actor, target, targetId, roomId } = scene;
        const ruling = rule(actor, target);
        if (!ruling.ok) return ruling;
        const rights = { change: "taken", of: targetId } as const;
        if (!target || ruling.value === "done") return granted({ value: null, rights });
        const left = { type: "stage_left", personId: targetId, reason: ruling.value } as const;
        if (backTo && (await heldRoomOf(roomId, targetId, tx)) === backTo) {
          const { events, placed } = await sendBack(scene, target, backTo);
          ringHallway([roomId, backTo]);
          const gone = { ...left, reason: "left" } as const;
          const told = [{ audience: "everyone", happening: gone } as const, ...events];
          return granted({ value: null, rights, events: told, placed });
        }
        await tx.seat.update({
          where: { id: target.id },
          data: { role: "listener", stageSince: null, mutedAt: null, mutedById: null, version: { increment: 1 } },
        });
        return granted({ value: null, rights, events: [{ audience: "everyone", happening: left }] });
      },
      { locks: backTo ? [ask.params.roomId as RoomId, backTo] : [] },
    );
  },
});

async function seatHeldFor(asked: string | undefined, person: string): Promise<RoomId | null> {
  const roomId = toId<RoomId>(asked);
  const personId = toId<PersonId>(person);
  return roomId && personId ? heldRoomOf(roomId, personId) : null;
}
