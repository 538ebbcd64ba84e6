import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Puts every hand down, parked ones too. Nobody is declined: all may raise theirs again at once. One event says so,
 * however many hands there were. In a main room the hands of its overflow rooms go down too.
 */
export const lowerAllHands = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Put all hands down",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      if (!can(actor, "answerHand")) return refused("not_allowed");
      const { count } = await tx.hand.updateMany({
        where: { room: { OR: [{ id: roomId }, { mainRoomId: roomId }] }, closedAt: null },
        data: { closedAt: now, outcome: "lowered", answeredById: actor.personId },
      });
      const lowered = { audience: "everyone", happening: { type: "hands_lowered" } } as const;
      return granted({ value: null, events: count > 0 ? [lowered] : [] });
    }),
});
