import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes an invitation to a club back. Fine where there is none. */
export const withdrawInvitation = defineCommand({
  who: "member",
  limit: "clubActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Take back an invitation to a club",
  run: async (ask) =>
    actInClub(ask, "together", async ({ tx, clubId, actor }) => {
      if (!canInClub(actor, "inviteToClub")) return refused("not_allowed");
      const personId = toId<PersonId>(ask.params.personId);
      if (!personId) return refused("not_found");
      await tx.clubInvitation.deleteMany({ where: { clubId, personId } });
      return granted(null);
    }),
});
