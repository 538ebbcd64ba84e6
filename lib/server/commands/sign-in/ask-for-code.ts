import { granted, refused } from "@/lib/domain/ruling";
import { normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { CODE_TTL_MS } from "@/lib/domain/sign-in/sign-in-code";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { addressOf } from "@/lib/server/callers/client-address";
import { defineCommand } from "@/lib/server/http/command";
import { localeOf } from "@/lib/server/mail/locale-of";
import { mailWay } from "@/lib/server/mail/send-mail";
import { signInMail } from "@/lib/server/mail/sign-in-mail";
import { tryMail } from "@/lib/server/mail/try-mail";
import { markBrowser } from "@/lib/server/sign-in/browser-cookie";
import { castHandle } from "@/lib/server/sign-in/cast-address";
import { mintCode } from "@/lib/server/sign-in/codes";
import { knownBrowser } from "@/lib/server/sign-in/known-browser";
import { spendMail } from "@/lib/server/sign-in/mail-limits";
import { signInCodeInput } from "@/lib/wire/sign-in/inputs";
import { codeSent } from "@/lib/wire/sign-in/views";

/**
 * `POST /api/sign-in/codes`: sends a code to an address and marks this browser, the only one in which it will count. Codes
 * that other browsers asked for go on counting there. Answers how many digits it has, and the same whether the address is
 * a member's or not. Refused `too_many` for too many requests, `not_found` where this instance has no way to send mail.
 */
export const askForCode = defineCommand({
  who: "anyone",
  limit: { none: "it counts mails to an address and from a client by itself" },
  input: signInCodeInput,
  output: codeSent,
  refusals: ["bad_input", "mail_away", "not_found", "too_many"],
  status: 202,
  summary: "Send a sign-in code to an e-mail address",
  run: async ({ input, request }) => {
    if (!mailWay()) return refused("not_found");
    const email = normalizeAddress(input.email);
    if (!email || castHandle(email) !== null) return refused("bad_input", { field: "email", reason: "address" });
    const { browserHash, cookie } = markBrowser(request);
    const known = knownBrowser(request, email);
    const allowed = await spendMail({ email, client: addressOf(request), browserHash, known });
    if (!allowed.ok) return allowed;
    const { digits } = allowed.value;
    const code = await mintCode({ email, browserHash }, digits);
    if (!(await sendCode(email, code, localeOf(request)))) return refused("mail_away", { retryAfterSeconds: 30 });
    return { ...granted({ email, digits }), cookies: [cookie] };
  },
});

const sendCode = (email: string, code: string, locale: Locale): Promise<boolean> =>
  tryMail(email, signInMail(locale, { code, minutes: CODE_TTL_MS / 60_000, host: new URL(env().PLENUM_URL).host }));
