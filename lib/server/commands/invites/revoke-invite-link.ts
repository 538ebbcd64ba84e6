import { validate } from "uuid";
import type { PersonId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Ends a link at once: it lets nobody in any more, neither anew nor again. People who have not gone on stage by it lose that
 * invitation. People inside stay. Safe to repeat.
 */
export const revokeInviteLink = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Revoke an invitation link",
  run: async (ask) => {
    const ruling = await actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      if (!can(actor, "inviteByLink")) return refused("not_allowed");
      const id = ask.params.linkId ?? "";
      const link = validate(id) ? await tx.inviteLink.findFirst({ where: { id, roomId }, select: { id: true } }) : null;
      if (!link) return refused("not_found");
      const { count } = await tx.inviteLink.updateMany({
        where: { id, revokedAt: null },
        data: { revokedAt: now, revokedById: actor.personId },
      });
      // A person seated in the family may know of it while they hold the seat, and no longer.
      const keys = { roomId, linkId: id };
      const lost = await tx.invitation.findMany({ where: keys, select: { personId: true } });
      await tx.invitation.deleteMany({ where: keys });
      const revoked = { audience: "moderators", happening: { type: "invite_link_revoked", linkId: id } } as const;
      return granted({ value: lost, events: count > 0 ? [revoked] : [] });
    });
    if (!ruling.ok) return ruling;
    for (const { personId } of ruling.value) ringPerson(personId as PersonId);
    return granted(null);
  },
});
