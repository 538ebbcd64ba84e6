import { keepableUntil } from "@/lib/domain/people/giving-up";
import { granted, refused } from "@/lib/domain/ruling";
import { goEverywhere } from "@/lib/server/account/go-everywhere";
import { sessionHashOf } from "@/lib/server/callers/credential";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { givenUp } from "@/lib/wire/account/views";
import { noInput } from "@/lib/wire/fields";

/**
 * `DELETE /api/me`: gives the account up. From now on nobody sees its person; other sessions and all access tokens end, and
 * every seat is left, before the answer. For a week the session that asked, or a new one, can keep the account. Not with an
 * access token. Source: behaviours 40.
 */
export const giveUpAccount = defineCommand({
  who: "member",
  limit: "accountActsOfPerson",
  input: noInput,
  output: givenUp,
  refusals: ["not_allowed"],
  summary: "Delete my account, with a week to keep it after all",
  run: async ({ caller, request }) => {
    if (caller.scopes) return refused("not_allowed");
    const givenUpAt = await inTransaction((tx) => giveUp(tx, caller.id, sessionHashOf(request.headers)));
    ringPerson(caller.id);
    // After it is committed, so that no door lets them sit down again in between.
    await goEverywhere(caller.id);
    return granted({ until: keepableUntil(givenUpAt).toISOString() });
  },
});

/** Answers since when it is given up. The strongest lock of the row: a door that has read it before keeps it until the seat is committed. */
async function giveUp(tx: Transaction, personId: string, session: Buffer<ArrayBuffer> | null): Promise<Date> {
  const [{ givenUpAt }] = await tx.$queryRaw<[{ givenUpAt: Date }]>`
    UPDATE person SET given_up_at = coalesce(given_up_at, now())
    WHERE id = (SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE) RETURNING given_up_at AS "givenUpAt"`;
  await tx.session.deleteMany({ where: { personId, ...(session && { NOT: { tokenHash: session } }) } });
  await tx.accessToken.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: givenUpAt } });
  await tx.dataExport.deleteMany({ where: { personId } });
  // Those of other browsers have gone with their sessions.
  await tx.pushSubscription.deleteMany({ where: { personId } });
  return givenUpAt;
}
