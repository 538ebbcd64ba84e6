import { declineHand as rule } from "@/lib/domain/hands/hand";
import { granted } from "@/lib/domain/ruling";
import { actInRoom } from "@/lib/server/acts/act-in-room";
import { closeHand } from "@/lib/server/hands/close-hand";
import type { Command } from "@/lib/server/http/command";
import { noInput } from "@/lib/wire/fields";

/** A moderator puts somebody's hand down; that person may raise it again after a while. */
export const declineHand: Command<Record<string, never>, null, "member"> = {
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
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
};
