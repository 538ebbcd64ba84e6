import { granted } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** The caller's own calendar can be read by nobody any more. Safe to repeat. */
export const endCalendarKey = defineCommand({
  who: "member",
  limit: "calendarKeysOfPerson",
  input: noInput,
  output: nothing,
  refusals: [],
  summary: "End the address of my own calendar",
  run: async ({ caller }) => {
    await db().calendarKey.deleteMany({ where: { personId: caller.id } });
    return granted(null);
  },
});
