import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";

/** Never suggests this member to the caller again. A second time changes nothing. */
export const dismissSuggestion = defineCommand({
  who: "member",
  limit: "hallwayActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Do not suggest a person to me any more",
  run: async ({ caller, params }) => {
    const suggestedId = toId<PersonId>(params.personId);
    if (!suggestedId || !(await isMember(suggestedId))) return refused("not_found");
    await db().dismissedSuggestion.createMany({ data: { personId: caller.id, suggestedId }, skipDuplicates: true });
    return granted(null);
  },
});

const isMember = async (id: PersonId): Promise<boolean> =>
  (await db().person.findUnique({ where: { id }, select: { kind: true } }))?.kind === "member";
