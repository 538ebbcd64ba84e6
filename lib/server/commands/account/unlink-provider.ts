import { granted, refused } from "@/lib/domain/ruling";
import { isLastWayIn } from "@/lib/domain/sign-in/last-way-in";
import { defineCommand } from "@/lib/server/http/command";
import { mailWay } from "@/lib/server/mail/send-mail";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { oauthProviders } from "@/lib/server/sign-in/providers";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * `DELETE /api/me/providers/:provider`: nobody signs in to my account by it any more, until it is linked again by signing in with
 * the same address. Refused where no other way in would be left. Not with an access token. Safe to repeat.
 */
export const unlinkProvider = defineCommand({
  who: "member",
  limit: "accountActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["last_way_in", "not_allowed"],
  summary: "Unlink a sign-in provider from my account",
  run: async ({ caller, params }) => {
    if (caller.scopes) return refused("not_allowed");
    const known = oauthProviders().map(({ id }) => id);
    return inTransaction(async (tx) => {
      // Two of these at once would each see the other's provider.
      await tx.$queryRaw`SELECT id FROM person WHERE id = ${caller.id}::uuid FOR NO KEY UPDATE`;
      const select = { email: true, accounts: { select: { provider: true } } };
      const { email, accounts } = await tx.person.findUniqueOrThrow({ where: { id: caller.id }, select });
      const linked = accounts.map(({ provider }) => provider);
      const ways = {
        mail: email !== null && mailWay() !== null,
        providers: linked.filter((one) => known.includes(one)),
      };
      if (linked.includes(params.provider ?? "") && isLastWayIn(ways, params.provider ?? ""))
        return refused("last_way_in");
      await tx.oAuthAccount.deleteMany({ where: { personId: caller.id, provider: params.provider } });
      return granted(null);
    });
  },
});
