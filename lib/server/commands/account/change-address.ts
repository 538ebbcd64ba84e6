import { granted, refused } from "@/lib/domain/ruling";
import { normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { readCode } from "@/lib/domain/sign-in/sign-in-code";
import { env } from "@/lib/env";
import { defineCommand } from "@/lib/server/http/command";
import { addressChangedMail } from "@/lib/server/mail/address-mail";
import { localeOf } from "@/lib/server/mail/locale-of";
import { tryMail } from "@/lib/server/mail/try-mail";
import { isDuplicate } from "@/lib/server/postgres/database-fault";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { identitiesOf, isBarred } from "@/lib/server/sign-in/barred-identities";
import { browserOf, clearedBrowserCookie } from "@/lib/server/sign-in/browser-cookie";
import { shownHashOf, takeCode } from "@/lib/server/sign-in/codes";
import { addressInput } from "@/lib/wire/account/inputs";
import { addressChanged } from "@/lib/wire/account/views";

/**
 * `PUT /api/me/address`: the address by which I sign in from now on, confirmed by the code that was sent there. The address before
 * is told. `address_taken` only to somebody who has shown that it is theirs. Not with an access token.
 */
export const changeAddress = defineCommand({
  who: "member",
  limit: "accountActsOfPerson",
  input: addressInput,
  output: addressChanged,
  refusals: ["address_taken", "bad_input", "code_wrong", "not_allowed"],
  summary: "Change my e-mail address",
  run: async ({ caller, input, request }) => {
    if (caller.scopes) return refused("not_allowed");
    const email = normalizeAddress(input.email);
    const code = readCode(input.code);
    if (!email) return refused("bad_input", { field: "email", reason: "address" });
    if (!code) return refused("bad_input", { field: "code", reason: "code" });
    const browserHash = browserOf(request);
    const isRight =
      browserHash !== null && (await takeCode({ email, browserHash }, shownHashOf(code), { keep: false }));
    if (!isRight) return refused("code_wrong");
    // Nobody walks out of a ban by taking the address of somebody who was banned.
    if (await isBarred(identitiesOf(email, []))) return refused("address_taken");
    const changed = await takeAddress(caller.id, email);
    if (!changed) return refused("address_taken");
    if (changed.before !== null && changed.before !== email) {
      await tryMail(
        changed.before,
        addressChangedMail(localeOf(request), { address: email, host: new URL(env().PLENUM_URL).host }),
      );
    }
    return { ...granted({ email }), cookies: [clearedBrowserCookie()] };
  },
});

/** The address before; null where somebody else has the new one. */
async function takeAddress(personId: string, email: string): Promise<{ before: string | null } | null> {
  try {
    return await inTransaction(async (tx) => {
      const where = { id: personId };
      const before = await tx.person.findUniqueOrThrow({ where, select: { email: true } });
      await tx.person.update({ where, data: { email, emailVerifiedAt: new Date() } });
      return { before: before.email };
    });
  } catch (fault) {
    if (isDuplicate(fault)) return null;
    throw fault;
  }
}
