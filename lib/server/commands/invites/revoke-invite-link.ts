import { validate } from "uuid";
import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Ends a link at once: nobody comes by it any more, and whoever has not yet gone on stage by it is not invited there
 * any more. Nobody who is in is thrown out. Safe to repeat.
 */
export const revokeInviteLink = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Revoke an invitation link",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      if (!can(actor, "inviteByLink")) return refused("not_allowed");
      const id = ask.params.linkId ?? "";
      const link = validate(id) ? await tx.inviteLink.findFirst({ where: { id, roomId }, select: { id: true } }) : null;
      if (!link) return refused("not_found");
      const { count } = await tx.inviteLink.updateMany({
        where: { id, revokedAt: null },
        data: { revokedAt: now, revokedById: actor.personId },
      });
      await tx.invitation.updateMany({
        where: { linkId: id, role: "speaker", risenAt: null },
        data: { role: "listener" },
      });
      const revoked = { audience: "moderators", happening: { type: "invite_link_revoked", linkId: id } } as const;
      return granted({ value: null, events: count > 0 ? [revoked] : [] });
    }),
});
