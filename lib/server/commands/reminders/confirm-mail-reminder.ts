import { granted, refused } from "@/lib/domain/ruling";
import { hashOf } from "@/lib/server/callers/secrets";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** Whoever holds the mail says that they asked for it: from now on their address is told. Safe to repeat. */
export const confirmMailReminder = defineCommand({
  who: "anyone",
  limit: "confirmationsFromAddress",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Confirm that I asked to be reminded, by the link of the mail",
  run: async ({ params }) => {
    const keyHash = hashOf(params.secret ?? "");
    await db().mailReminder.updateMany({ where: { keyHash, confirmedAt: null }, data: { confirmedAt: new Date() } });
    return (await db().mailReminder.count({ where: { keyHash } })) > 0 ? granted(null) : refused("not_found");
  },
});
