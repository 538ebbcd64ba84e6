import { type PersonId, toId } from "@/lib/domain/ids";
import { liftBan as rule } from "@/lib/domain/moderation/removal";
import { granted } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { unbarNetworks } from "@/lib/server/seats/network-bars";
import { noInput, nothing } from "@/lib/wire/fields";

/** Lets a removed person come in again. */
export const liftBan = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Let somebody who was removed come in again",
  run: async (ask) => {
    const ruling = await actInRoom(ask, async ({ tx, roomId, actor, targetId: personId, now }) => {
      const where = { roomId, personId, liftedAt: null };
      const ruling = rule(actor, (await tx.roomBan.count({ where })) > 0);
      if (!ruling.ok) return ruling;
      const lifted = await tx.roomBan.updateMany({ where, data: { liftedAt: now, liftedById: actor.personId } });
      await unbarNetworks(tx, roomId, personId);
      if (lifted.count === 0) return granted({ value: null });
      return granted({
        value: null,
        events: [{ audience: "moderators", happening: { type: "ban_lifted", personId } }],
      });
    });
    const personId = toId<PersonId>(ask.params.personId);
    if (ruling.ok && personId) ringPerson(personId);
    return ruling;
  },
});
