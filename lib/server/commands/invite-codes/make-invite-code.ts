import { v7 } from "uuid";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { INVITE_CODE_COLUMNS, invitesLeftOf, toInviteCode } from "@/lib/server/queries/invite-codes/my-invite-codes";
import { codeOf, sealOfCode } from "@/lib/server/queries/invite-codes/sealed-code";
import { inviteCodeInput } from "@/lib/wire/invite-codes/inputs";
import { madeInviteCode } from "@/lib/wire/invite-codes/views";

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * `POST /api/me/invite-codes`: a code and its link, by which people sign up as brought here by the caller. `no_invites_left` where it
 * could bring more people than the caller may still promise a place. Not with an access token: a leaked one must open no account.
 */
export const makeInviteCode = defineCommand({
  who: "member",
  limit: "inviteCodesOfPerson",
  input: inviteCodeInput,
  output: madeInviteCode,
  refusals: ["no_invites_left", "not_allowed", "too_many"],
  status: 201,
  summary: "Make an invite code",
  run: async ({ caller, input }) => {
    if (caller.scopes) return refused("not_allowed");
    return inTransaction(async (tx) => {
      // Two codes made at the same moment are judged one after the other.
      await tx.$queryRaw`SELECT id FROM person WHERE id = ${caller.id}::uuid FOR NO KEY UPDATE`;
      const left = await invitesLeftOf(caller.id, tx);
      if (left !== null && input.uses > left) return refused("no_invites_left", { left });
      const id = v7();
      const row = {
        id,
        personId: caller.id,
        codeSeal: sealOfCode(codeOf(id)),
        maxUses: input.uses,
        expiresAt: new Date(Date.now() + input.days * DAY_MS),
      };
      const code = await tx.inviteCode.create({ data: row, select: INVITE_CODE_COLUMNS });
      return granted({ code: toInviteCode(code), left: left === null ? null : left - input.uses });
    });
  },
});
