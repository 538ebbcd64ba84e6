import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom } from "@/lib/server/acts/act-in-room";
import type { Command } from "@/lib/server/http/command";
import { noInput } from "@/lib/wire/fields";

/** Gives a hand that was passed ahead its own place again. One that was not, or is down, stays as it is. */
export const unpickHand: Command<Record<string, never>, null, "member"> = {
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
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
};
