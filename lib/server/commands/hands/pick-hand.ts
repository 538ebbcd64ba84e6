import { pickHand as rule } from "@/lib/domain/hands/hand";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { familyPlace } from "@/lib/server/seats/family-seats";
import { nothing } from "@/lib/wire/fields";
import { pickInput } from "@/lib/wire/hands/inputs";

/**
 * Passes a hand of the caller's own hall ahead in the family's queue, with a reason that every reader of the queue sees.
 * Each hall has one such hand: an earlier one goes back to its place.
 */
export const pickHand = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: pickInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "hands_off", "no_hand", "not_allowed"],
  summary: "Pass a hand of my hall ahead in the family's queue",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, targetId, now }) => {
      const open = { roomId, closedAt: null };
      const hand = await tx.hand.findFirst({
        where: { ...open, personId: targetId },
        select: { id: true, parkedAt: true, pickedAt: true },
      });
      const { isOverflow } = await familyPlace(tx, roomId);
      const ruling = rule(actor, isOverflow, hand && { parked: hand.parkedAt !== null });
      if (!ruling.ok || !hand) return ruling.ok ? granted({ value: null }) : ruling;
      await tx.hand.updateMany({
        where: { ...open, pickedAt: { not: null }, id: { not: hand.id } },
        data: { pickedAt: null, pickedById: null, pickReason: "" },
      });
      await tx.hand.update({
        where: { id: hand.id },
        data: { pickedAt: hand.pickedAt ?? now, pickedById: actor.personId, pickReason: ask.input.reason },
      });
      return granted({ value: null });
    }),
});
