import { granted, refused } from "@/lib/domain/ruling";
import { normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { CODE_TTL_MS } from "@/lib/domain/sign-in/sign-in-code";
import { env } from "@/lib/env";
import { addressOf } from "@/lib/server/callers/client-address";
import { defineCommand } from "@/lib/server/http/command";
import { addressCodeMail } from "@/lib/server/mail/address-mail";
import { localeOf } from "@/lib/server/mail/locale-of";
import { mailWay } from "@/lib/server/mail/send-mail";
import { tryMail } from "@/lib/server/mail/try-mail";
import { markBrowser } from "@/lib/server/sign-in/browser-cookie";
import { castHandle } from "@/lib/server/sign-in/cast-address";
import { mintCode } from "@/lib/server/sign-in/codes";
import { spendMail } from "@/lib/server/sign-in/mail-limits";
import { newAddressInput } from "@/lib/wire/account/inputs";
import { codeSent } from "@/lib/wire/sign-in/views";

/**
 * `POST /api/me/address/codes`: sends a code to the address by which I want to sign in from now on. It counts in this browser, for
 * `PUT /api/me/address`. Answers the same whether somebody else has that address or not. Not with an access token.
 */
export const askForAddressCode = defineCommand({
  who: "member",
  limit: "addressChangesOfPerson",
  input: newAddressInput,
  output: codeSent,
  refusals: ["bad_input", "mail_away", "not_allowed", "not_found", "too_many"],
  status: 202,
  summary: "Send a code to my new e-mail address",
  run: async ({ caller, input, request }) => {
    if (caller.scopes) return refused("not_allowed");
    if (!mailWay()) return refused("not_found");
    const email = normalizeAddress(input.email);
    if (!email || castHandle(email) !== null) return refused("bad_input", { field: "email", reason: "address" });
    const { browserHash, cookie } = markBrowser(request);
    const allowed = await spendMail({ email, client: addressOf(request), browserHash, known: null });
    if (!allowed.ok) return allowed;
    const { digits } = allowed.value;
    const code = await mintCode({ email, browserHash }, digits);
    const facts = { code, minutes: String(CODE_TTL_MS / 60_000), host: new URL(env().PLENUM_URL).host };
    const sent = await tryMail(email, addressCodeMail(localeOf(request), facts));
    if (!sent) return refused("mail_away", { retryAfterSeconds: 30 });
    return { ...granted({ email, digits }), cookies: [cookie] };
  },
});
