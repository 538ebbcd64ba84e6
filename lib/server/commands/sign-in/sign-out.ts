import { granted } from "@/lib/domain/ruling";
import { readCookie, setCookie } from "@/lib/server/callers/cookies";
import { clearedGuestCookie } from "@/lib/server/callers/guest-cookie";
import { hashOf } from "@/lib/server/callers/secrets";
import { SESSION_COOKIES, sessionCookieName } from "@/lib/server/callers/session-cookie";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { nothing } from "@/lib/wire/fields";
import { signOutInput } from "@/lib/wire/sign-in/inputs";

/** `DELETE /api/sessions`: ends the session of this browser, or with `everywhere` all sessions of the person. Access tokens stay. Safe to repeat. */
export const signOut = defineCommand({
  who: "anyone",
  limit: { none: "ending a session is never held up, and ends no more the second time" },
  input: signOutInput,
  output: nothing,
  refusals: [],
  summary: "Sign out here or everywhere",
  run: async ({ caller, input, request }) => {
    const here = SESSION_COOKIES.map((name) => readCookie(request.headers.get("cookie"), name)).filter(
      (token) => token !== null,
    );
    const which = input.everywhere && caller ? { personId: caller.id } : { tokenHash: { in: here.map(hashOf) } };
    await db().session.deleteMany({ where: which });
    // Their open streams look who they are now.
    if (caller) ringPerson(caller.id);
    return { ...granted(null), cookies: [setCookie(sessionCookieName(), "", 0), clearedGuestCookie()] };
  },
});
