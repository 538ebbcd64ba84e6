import { GRACE_DAYS } from "@/lib/domain/people/giving-up";
import { granted, refused } from "@/lib/domain/ruling";
import { leaverOfHeaders } from "@/lib/server/callers/find-caller";
import { renewMessagesOf } from "@/lib/server/chat/renew-messages-of";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * `PUT /api/me`: keeps an account that was given up less than a week ago. Everything is back but seats, other sessions and
 * access tokens. `not_found` for whoever gave nothing up here, and once the week is over. By Postgres' clock, as the emptying
 * is: never both.
 */
export const keepAccount = defineCommand({
  who: "anyone",
  limit: "accountActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Keep the account that I gave up",
  run: async ({ request }) => {
    const leaver = await leaverOfHeaders(request.headers);
    if (!leaver) return refused("not_found");
    const kept = await db().$executeRaw`
      UPDATE person SET given_up_at = NULL, out_everywhere_at = NULL
      WHERE id = ${leaver.id}::uuid AND erased_at IS NULL AND given_up_at > now() - ${GRACE_DAYS}::int * interval '1 day'`;
    if (kept === 0) return refused("not_found");
    await renewMessagesOf(leaver.id);
    ringPerson(leaver.id);
    return granted(null);
  },
});
