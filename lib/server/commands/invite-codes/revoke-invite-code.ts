import { type InviteCodeId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { invitesLeftOf } from "@/lib/server/queries/invite-codes/my-invite-codes";
import { noInput } from "@/lib/wire/fields";
import { revokedInviteCode } from "@/lib/wire/invite-codes/views";

/**
 * `DELETE /api/me/invite-codes/:codeId`: it brings nobody any more. Another's code is `not_found`, like one that never was. Safe to
 * repeat.
 */
export const revokeInviteCode = defineCommand({
  who: "member",
  limit: "accountActsOfPerson",
  input: noInput,
  output: revokedInviteCode,
  refusals: ["not_allowed", "not_found"],
  summary: "Revoke an invite code",
  run: async ({ caller, params }) => {
    if (caller.scopes) return refused("not_allowed");
    const id = toId<InviteCodeId>(params.codeId);
    if (!id || !(await db().inviteCode.count({ where: { id, personId: caller.id } }))) return refused("not_found");
    await db().inviteCode.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    return granted({ left: await invitesLeftOf(caller.id) });
  },
});
