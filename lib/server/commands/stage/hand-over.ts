import { granted } from "@/lib/domain/ruling";
import { handOver as rule } from "@/lib/domain/stage/stage";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { giveRole } from "@/lib/server/seats/give-role";
import { nothing } from "@/lib/wire/fields";
import { handOverInput } from "@/lib/wire/stage/inputs";

/** The host gives the room to somebody on stage and goes on as a moderator. What both may do in LiveKit stays the same. */
export const handOver = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: handOverInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "not_on_stage"],
  summary: "Hand the room over to somebody on stage",
  run: ({ caller, params, input }) =>
    actInRoom({ caller, params: { ...params, personId: input.personId } }, async ({ sql, actor, target, targetId }) => {
      const ruling = rule(actor, target);
      if (!ruling.ok || !target) return ruling.ok ? granted({ value: null }) : ruling;
      await giveRole(sql, actor, "moderator");
      await giveRole(sql, target, "host");
      const { personId } = actor;
      return granted({
        value: null,
        events: [
          { audience: "everyone", happening: { type: "role_changed", personId, role: "moderator" } },
          { audience: "everyone", happening: { type: "role_changed", personId: targetId, role: "host" } },
          {
            audience: "everyone",
            happening: { type: "handed_over", fromId: personId, toId: targetId, reason: "handed" },
          },
        ],
      });
    }),
});
