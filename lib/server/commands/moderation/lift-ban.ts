import { liftBan as rule } from "@/lib/domain/moderation/removal";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Lets somebody who was removed come in again. */
export const liftBan = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Let somebody who was removed come in again",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, targetId: personId, now }) => {
      const where = { roomId, personId, liftedAt: null };
      const ruling = rule(actor, (await tx.roomBan.count({ where })) > 0);
      if (!ruling.ok) return ruling;
      const lifted = await tx.roomBan.updateMany({ where, data: { liftedAt: now, liftedById: actor.personId } });
      if (lifted.count === 0) return granted({ value: null });
      return granted({
        value: null,
        events: [{ audience: "moderators", happening: { type: "ban_lifted", personId } }],
      });
    }),
});
