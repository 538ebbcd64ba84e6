import { granted, refused } from "@/lib/domain/ruling";
import { sessionHashOf } from "@/lib/server/callers/credential";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** `DELETE /api/me/sessions`: signs all my browsers out but the one that asks. Not with an access token. Safe to repeat. */
export const endOtherSessions = defineCommand({
  who: "member",
  limit: "accountActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed"],
  summary: "Sign my other browsers out",
  run: async ({ caller, request }) => {
    const present = sessionHashOf(request.headers);
    if (!present) return refused("not_allowed");
    await db().session.deleteMany({ where: { personId: caller.id, NOT: { tokenHash: present } } });
    ringPerson(caller.id);
    return granted(null);
  },
});
