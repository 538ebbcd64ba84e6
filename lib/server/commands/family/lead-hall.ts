import { leadHall as rule } from "@/lib/domain/family/hall";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { closeHand } from "@/lib/server/hands/close-hand";
import { defineCommand } from "@/lib/server/http/command";
import { giveRole } from "@/lib/server/seats/give-role";
import { seatPass } from "@/lib/server/seats/seat-pass";
import { stageJoined } from "@/lib/server/seats/stage-joined";
import { stageOfHall } from "@/lib/server/seats/stage-of-hall";
import { noInput } from "@/lib/wire/fields";
import { onStageAnswer } from "@/lib/wire/stage/views";

/**
 * Makes the caller the leader of the overflow room that they sit in and nobody leads. Of several at once the first leads.
 * Answers once LiveKit lets them publish, with a fresh media pass for a caller who has to connect anew.
 */
export const leadHall = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: onStageAnswer,
  refusals: [...SCENE_REFUSALS, "has_leader", "not_allowed", "stage_full"],
  summary: "Lead the overflow room that I sit in",
  run: async (ask) => {
    const ruling = await actInRoom(
      ask,
      async ({ tx, sql, roomId, actor, now }) => {
        const { personId } = actor;
        const ruled = rule(actor, await stageOfHall(tx, roomId));
        if (!ruled.ok) return ruled;
        const rights = { change: "given", of: personId } as const;
        if (ruled.value === "done") return granted({ value: { ...actor, roomId }, rights });
        const given = await giveRole(sql, actor, "moderator");
        const seat = { ...actor, ...given, roomId };
        const joined = await stageJoined(sql, [{ ...seat, stageSince: given.stageSince ?? now }]);
        const placed = await closeHand(tx, { roomId, personId, outcome: "lowered", byId: personId, now });
        return granted({ value: seat, rights, events: joined.map(({ event }) => event), placed });
      },
      { locks: "room" },
    );
    return ruling.ok ? granted(await seatPass(ruling.value)) : ruling;
  },
});
