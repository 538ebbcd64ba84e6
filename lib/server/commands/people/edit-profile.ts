import { isReservedHandle } from "@/lib/domain/people/handle";
import { granted, refused } from "@/lib/domain/ruling";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import { defineCommand } from "@/lib/server/http/command";
import { isDuplicate } from "@/lib/server/postgres/database-fault";
import { db } from "@/lib/server/postgres/db";
import { profileChanges } from "@/lib/wire/people/inputs";
import { profileAnswer } from "@/lib/wire/people/views";

/** Changes one's own name, handle, words and languages, whether one wants quiet, and whether one hides the hat. Handles are unique; those that pass for the house are taken. */
export const editProfile = defineCommand({
  who: "member",
  limit: "profileEditsOfPerson",
  input: profileChanges,
  output: profileAnswer,
  refusals: ["handle_taken"],
  summary: "Edit my profile",
  run: async ({ caller, input: { quiet, hideHat, ...words } }) => {
    if (words.handle !== undefined && isReservedHandle(words.handle)) return refused("handle_taken");
    const since = (wanted: boolean): Date | null => (wanted ? new Date() : null);
    const data = {
      ...words,
      ...(quiet !== undefined && { quietSince: since(quiet) }),
      ...(hideHat !== undefined && { hatHiddenAt: since(hideHat) }),
    };
    try {
      const person = await db().person.update({ where: { id: caller.id }, data, select: FACE_COLUMNS });
      return granted({ person: toFace(person) });
    } catch (fault) {
      if (isDuplicate(fault)) return refused("handle_taken");
      throw fault;
    }
  },
});
