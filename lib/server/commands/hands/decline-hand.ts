import { declineHand as rule } from "@/lib/domain/hands/hand";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { closeHand } from "@/lib/server/hands/close-hand";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Puts a person's hand down, as a moderator. The person may raise it again after a while. */
export const declineHand = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "no_hand", "not_allowed"],
  summary: "Put somebody's hand down",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, targetId, now }) => {
      const newest = await tx.hand.findFirst({
        where: { personId: targetId, room: { OR: [{ id: roomId }, { mainRoomId: roomId }] } },
        orderBy: { raisedAt: "desc" },
        select: { outcome: true },
      });
      const ruling = rule(actor, newest);
      if (!ruling.ok) return ruling;
      const closing = { roomId, personId: targetId, outcome: "declined", byId: actor.personId, now } as const;
      return granted({ value: null, placed: await closeHand(tx, closing) });
    }),
});
