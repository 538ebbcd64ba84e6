import { granted, refused } from "@/lib/domain/ruling";
import { normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { readCode } from "@/lib/domain/sign-in/sign-in-code";
import { addressOf } from "@/lib/server/callers/client-address";
import { defineCommand } from "@/lib/server/http/command";
import { spend } from "@/lib/server/limits/shared-limits";
import { castHandle } from "@/lib/server/sign-in/cast-address";
import { signIn } from "@/lib/server/sign-in/sign-in";
import { signInInput } from "@/lib/wire/sign-in/inputs";
import { signedIn } from "@/lib/wire/sign-in/views";

/**
 * `POST /api/sessions`: signs this browser in by the code that was sent to an address, and makes the member if there is none.
 * Refused `code_wrong` whether the code is wrong, old, used up or another browser's; `not_allowed` for a banned person.
 */
export const signInWithCode = defineCommand({
  who: "anyone",
  limit: { none: "it counts codes by itself, once they have the shape of one" },
  input: signInInput,
  output: signedIn,
  refusals: ["bad_input", "code_wrong", "not_allowed", "too_many"],
  status: 201,
  summary: "Sign in with a six-digit code",
  run: async ({ input, request }) => {
    const email = normalizeAddress(input.email);
    const code = readCode(input.code);
    if (!email || castHandle(email) !== null) return refused("bad_input", { field: "email", reason: "address" });
    if (!code) return refused("bad_input", { field: "code", reason: "code" });
    const retryAfterSeconds = await spend("codesFromClient", addressOf(request));
    if (retryAfterSeconds !== null) return refused("too_many", { retryAfterSeconds });
    const ruling = await signIn(request, { email, code });
    return ruling.ok ? { ...granted({ signedIn: true }), cookies: ruling.value.cookies } : ruling;
  },
});
