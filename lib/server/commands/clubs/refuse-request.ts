import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Refuses somebody who asked to be let in. They may ask again. Fine where nobody of that id asks. */
export const refuseRequest = defineCommand({
  who: "member",
  limit: "clubActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Refuse somebody who asked to join a club",
  run: async (ask) =>
    actInClub(ask, "together", async ({ tx, clubId, actor }) => {
      if (!canInClub(actor, "answerRequest")) return refused("not_allowed");
      const personId = toId<PersonId>(ask.params.personId);
      if (!personId) return refused("not_found");
      await tx.clubRequest.deleteMany({ where: { clubId, personId } });
      return granted(null);
    }),
});
