import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes a dismissal back. Of somebody who was not dismissed nothing changes. */
export const suggestAgain = defineCommand({
  who: "member",
  limit: "hallwayActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Suggest a dismissed person to me again",
  run: async ({ caller, params }) => {
    const suggestedId = toId<PersonId>(params.personId);
    if (!suggestedId) return refused("not_found");
    await db().dismissedSuggestion.deleteMany({ where: { personId: caller.id, suggestedId } });
    return granted(null);
  },
});
