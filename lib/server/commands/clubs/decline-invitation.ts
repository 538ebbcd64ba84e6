import { granted } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { standingIn } from "@/lib/server/queries/clubs/standing-in";
import { clubStanding } from "@/lib/wire/clubs/views";
import { noInput } from "@/lib/wire/fields";

/** Declines an invitation to a club. Fine where there is none. */
export const declineInvitation = defineCommand({
  who: "member",
  limit: "clubDoorsOfPerson",
  input: noInput,
  output: clubStanding,
  refusals: ["not_found"],
  summary: "Decline the invitation to a club",
  run: async (ask) => {
    const declined = await actInClub(ask, "together", async ({ tx, clubId }) => {
      await tx.clubInvitation.deleteMany({ where: { clubId, personId: ask.caller.id } });
      return granted(clubId);
    });
    return declined.ok ? standingIn(ask.caller, declined.value) : declined;
  },
});
