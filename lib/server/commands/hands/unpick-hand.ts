import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Puts a hand that was passed ahead back to its own place. Changes nothing for other hands. */
export const unpickHand = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Take back that a hand of my hall was passed ahead",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, targetId }) => {
      if (!can(actor, "pickHand")) return refused("not_allowed");
      await tx.hand.updateMany({
        where: { roomId, personId: targetId, closedAt: null },
        data: { pickedAt: null, pickedById: null, pickReason: "" },
      });
      return granted({ value: null });
    }),
});
