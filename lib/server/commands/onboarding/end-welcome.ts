import { granted } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** `DELETE /api/me/welcome`: the caller has been shown around, or would rather not be. Safe to repeat. */
export const endWelcome = defineCommand({
  who: "member",
  limit: "profileEditsOfPerson",
  input: noInput,
  output: nothing,
  refusals: [],
  summary: "End the welcome of a newcomer",
  run: async ({ caller }) => {
    await db().person.updateMany({ where: { id: caller.id }, data: { welcomeDueAt: null } });
    return granted(null);
  },
});
