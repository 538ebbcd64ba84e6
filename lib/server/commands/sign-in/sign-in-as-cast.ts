import { granted, refused } from "@/lib/domain/ruling";
import { SIGN_UP_REFUSALS } from "@/lib/domain/sign-in/sign-up";
import { isAskedLocally } from "@/lib/server/callers/local-mode";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { markBrowser } from "@/lib/server/sign-in/browser-cookie";
import { castAddress } from "@/lib/server/sign-in/cast-address";
import { mintCode } from "@/lib/server/sign-in/codes";
import { signIn } from "@/lib/server/sign-in/sign-in";
import { noInput } from "@/lib/wire/fields";
import { signedIn } from "@/lib/wire/sign-in/views";

/**
 * `POST /api/cast/:handle/session`: signs this browser in as one of the cast with one tap. It mints an ordinary code and
 * goes through the same callback as everyone. `not_found` but for local mode, asked on this very
 * machine: a public instance has no such door.
 */
export const signInAsCast = defineCommand({
  who: "anyone",
  limit: { none: "it exists in local mode alone" },
  input: noInput,
  output: signedIn,
  refusals: [...SIGN_UP_REFUSALS, "code_wrong", "name_needed", "not_allowed", "not_found"],
  status: 201,
  summary: "Sign in as one of the cast (local mode only)",
  run: async ({ params, request }) => {
    if (!isAskedLocally(request.headers)) return refused("not_found");
    const member = await db().person.findFirst({
      where: { handle: params.handle ?? "", cast: true },
      select: { id: true },
    });
    if (!member) return refused("not_found");
    const email = castAddress(params.handle ?? "");
    const { browserHash } = markBrowser(null);
    const code = await mintCode({ email, browserHash });
    const ruling = await signIn(request, { email, code, browserHash });
    return ruling.ok ? { ...granted({ signedIn: true }), cookies: ruling.value.cookies } : ruling;
  },
});
