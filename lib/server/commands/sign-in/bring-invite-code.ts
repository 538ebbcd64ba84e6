import { granted } from "@/lib/domain/ruling";
import { addressOf } from "@/lib/server/callers/client-address";
import { defineCommand } from "@/lib/server/http/command";
import { broughtCookie } from "@/lib/server/sign-in/code-brought";
import { findInviteCode } from "@/lib/server/sign-in/find-invite-code";
import { codeBroughtInput } from "@/lib/wire/invite-codes/inputs";
import { codeBrought } from "@/lib/wire/invite-codes/views";

/**
 * `POST /api/sign-in/invite-code`: this browser comes by an invite code from now on, by whatever way it then signs up. Nothing of the
 * code is used up by that. `not_found` for one that never was, is revoked, or whose maker is gone.
 */
export const bringInviteCode = defineCommand({
  who: "anyone",
  limit: { none: "wrong codes are counted by address where they are looked up" },
  input: codeBroughtInput,
  output: codeBrought,
  refusals: ["invite_spent", "not_found", "too_many"],
  summary: "Come by an invite code",
  run: async ({ input, request }) => {
    const found = await findInviteCode(input.code, addressOf(request));
    if (!found.ok) return found;
    return { ...granted({ by: found.value.by }), cookies: [broughtCookie(found.value.id)] };
  },
});
