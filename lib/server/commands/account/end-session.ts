import { granted, refused } from "@/lib/domain/ruling";
import { sessionIdOf } from "@/lib/server/callers/session-id";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** `DELETE /api/me/sessions/:sessionId`: signs one of my browsers out. Answers the same for one that has ended. Not with an access token. */
export const endSession = defineCommand({
  who: "member",
  limit: "accountActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed"],
  summary: "Sign one of my browsers out",
  run: async ({ caller, params }) => {
    if (caller.scopes) return refused("not_allowed");
    const mine = await db().session.findMany({ where: { personId: caller.id }, select: { tokenHash: true } });
    const found = mine.find(({ tokenHash }) => sessionIdOf(tokenHash) === params.sessionId);
    if (found) await db().session.deleteMany({ where: found });
    // Its open streams look who it is now.
    ringPerson(caller.id);
    return granted(null);
  },
});
