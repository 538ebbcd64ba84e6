import { granted, refused } from "@/lib/domain/ruling";
import { normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { readCode } from "@/lib/domain/sign-in/sign-in-code";
import { SIGN_UP_REFUSALS } from "@/lib/domain/sign-in/sign-up";
import { addressOf } from "@/lib/server/callers/client-address";
import { defineCommand } from "@/lib/server/http/command";
import { spend } from "@/lib/server/limits/limits";
import { browserOf } from "@/lib/server/sign-in/browser-cookie";
import { castHandle } from "@/lib/server/sign-in/cast-address";
import { hasOpenCode } from "@/lib/server/sign-in/codes";
import { signIn } from "@/lib/server/sign-in/sign-in";
import { signInInput } from "@/lib/wire/sign-in/inputs";
import { signedIn } from "@/lib/wire/sign-in/views";

/**
 * `POST /api/sessions`: signs this browser in by the code that was sent to an address, and makes the member if there is none.
 * Refused `code_wrong` whether the code is wrong, old, used up or another browser's; `name_needed` where the code is right
 * and nobody has that address yet: the same code then counts together with a `name`, by which others will know them. Without
 * a right code the answer does not tell who is a member. Somebody new whom this instance takes no more, or not without an
 * invitation, is told so, and the code still counts. `not_allowed` for a banned person.
 * A browser that has a code is limited by that code's tries alone: nobody beside it can use them up.
 */
export const signInWithCode = defineCommand({
  who: "anyone",
  limit: { none: "it counts codes by itself, once they have the shape of one" },
  input: signInInput,
  output: signedIn,
  refusals: [...SIGN_UP_REFUSALS, "bad_input", "code_wrong", "name_needed", "not_allowed", "too_many"],
  status: 201,
  summary: "Sign in with a code",
  run: async ({ input, request }) => {
    const email = normalizeAddress(input.email);
    const code = readCode(input.code);
    if (!email || castHandle(email) !== null) return refused("bad_input", { field: "email", reason: "address" });
    if (!code) return refused("bad_input", { field: "code", reason: "code" });
    const browserHash = browserOf(request);
    if (!browserHash || !(await hasOpenCode({ email, browserHash }))) {
      const retryAfterSeconds = await spend("codesFromClient", addressOf(request));
      return retryAfterSeconds === null ? refused("code_wrong") : refused("too_many", { retryAfterSeconds });
    }
    const ruling = await signIn(request, { email, code, browserHash, name: input.name });
    return ruling.ok ? { ...granted({ signedIn: true }), cookies: ruling.value.cookies } : ruling;
  },
});
