import type { PersonId, RoomId } from "@/lib/domain/ids";
import { granted } from "@/lib/domain/ruling";
import { moveToAudience as rule } from "@/lib/domain/stage/stage";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import type { Asked } from "@/lib/server/acts/lock-scene";
import { heldRoomOf, sendBack } from "@/lib/server/acts/send-back";
import { defineCommand } from "@/lib/server/http/command";
import type { Transaction } from "@/lib/server/postgres/db";
import { giveRole } from "@/lib/server/seats/give-role";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Moves the caller, or a person of a lower rank, off the stage. A person who was called up from an overflow room is back on
 * their seat there. Answers once their sound is cut at the server.
 */
export const moveToAudience = defineCommand({
  who: "person",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "not_on_stage"],
  summary: "Move somebody to the audience, or step down",
  run: (ask) =>
    actInRoom(
      ask,
      async (scene) => {
        const { tx, sql, actor, target, targetId, roomId, rooms, now } = scene;
        const ruling = rule(actor, target);
        if (!ruling.ok) return ruling;
        const rights = { change: "taken", of: targetId } as const;
        if (!target || ruling.value === "done") return granted({ value: null, rights });
        const left = { type: "stage_left", personId: targetId, reason: ruling.value } as const;
        const backTo = await heldRoomOf(tx, roomId, targetId);
        if (backTo && rooms.has(backTo)) {
          const { events, placed } = await sendBack(scene, target, backTo);
          const gone = { audience: "everyone", happening: { ...left, reason: "left" } } as const;
          return granted({ value: null, rights, events: [gone, ...events], placed, changed: [roomId, backTo] });
        }
        await giveRole(sql, target, "listener");
        if (targetId !== actor.personId) await endStandingInvitation(tx, roomId, targetId, now);
        return granted({ value: null, rights, events: [{ audience: "everyone", happening: left }] });
      },
      { alsoLocks: roomsOfSeatHeld },
    ),
});

/** An announced guest comes straight on the stage: not again where a moderator moved them off it. */
async function endStandingInvitation(tx: Transaction, roomId: RoomId, personId: PersonId, now: Date): Promise<void> {
  await tx.invitation.updateMany({
    where: { roomId, personId, role: "speaker", risenAt: null },
    data: { risenAt: now },
  });
}

/** Where they were called up: their seat is closed in the one and opened in the other. */
async function roomsOfSeatHeld(tx: Transaction, { roomId, targetId }: Asked): Promise<RoomId[]> {
  const held = await heldRoomOf(tx, roomId, targetId);
  return held ? [roomId, held] : [];
}
