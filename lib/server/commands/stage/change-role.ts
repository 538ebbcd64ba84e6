import { granted } from "@/lib/domain/ruling";
import { changeRole as rule } from "@/lib/domain/stage/stage";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { giveRole } from "@/lib/server/seats/give-role";
import { nothing } from "@/lib/wire/fields";
import { stageChange } from "@/lib/wire/stage/inputs";

/** Makes a speaker a moderator, or a moderator a speaker. What they may do in LiveKit stays the same. */
export const changeRole = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: stageChange,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed", "not_on_stage"],
  summary: "Make or unmake a moderator",
  run: (ask) =>
    actInRoom(ask, async ({ sql, actor, target, targetId }) => {
      const { role } = ask.input;
      const ruling = rule(actor, target, role);
      if (!ruling.ok) return ruling;
      if (!target || ruling.value === "done") return granted({ value: null });
      await giveRole(sql, target, role);
      const happening = { type: "role_changed", personId: targetId, role } as const;
      return granted({ value: null, events: [{ audience: "everyone", happening }] });
    }),
});
