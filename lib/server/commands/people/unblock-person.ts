import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes one's own block of a person back; follows do not come back. Answers the same for a person not blocked or not known. */
export const unblockPerson = defineCommand({
  who: "member",
  limit: "blocksOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Unblock a person",
  run: async ({ caller, params }) => {
    const blockedId = toId<PersonId>(params.personId);
    if (!blockedId) return refused("not_found");
    await db().block.deleteMany({ where: { blockerId: caller.id, blockedId } });
    for (const one of [caller.id, blockedId]) ringPerson(one);
    return granted(null);
  },
});
