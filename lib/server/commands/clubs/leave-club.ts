import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { standingIn } from "@/lib/server/queries/clubs/standing-in";
import { clubStanding } from "@/lib/wire/clubs/views";
import { noInput } from "@/lib/wire/fields";

/**
 * Leaves a club; seats in its rooms stay. Its founder passes it on or closes it first. Answers the same for whoever is no member.
 */
export const leaveClub = defineCommand({
  who: "member",
  limit: "clubDoorsOfPerson",
  input: noInput,
  output: clubStanding,
  refusals: ["pass_on_first", "not_found"],
  summary: "Leave a club",
  run: async (ask) => {
    const left = await actInClub(ask, "alone", async ({ tx, clubId, actor }) => {
      if (actor.role !== null && !canInClub(actor, "leaveClub")) return refused("pass_on_first");
      await tx.clubMember.deleteMany({ where: { clubId, personId: actor.personId } });
      return granted(clubId);
    });
    return left.ok ? standingIn(ask.caller, left.value) : left;
  },
});
