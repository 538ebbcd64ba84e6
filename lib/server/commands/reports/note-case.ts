import { toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { nothing } from "@/lib/wire/fields";
import { caseNoteInput } from "@/lib/wire/reports/inputs";

/** Writes something for the others who look at a case. Admins only. */
export const noteCase = defineCommand({
  who: "member",
  limit: "adminActsOfPerson",
  input: caseNoteInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Write a note to a case",
  run: async ({ caller, params, input }) => {
    const caseId = toId(params.caseId);
    const of =
      caller.admin && caseId ? await db().reportCase.findUnique({ where: { id: caseId }, select: { id: true } }) : null;
    if (!of) return refused("not_found");
    await db().caseNote.create({ data: { caseId: of.id, byId: caller.id, text: input.text } });
    return granted(null);
  },
});
