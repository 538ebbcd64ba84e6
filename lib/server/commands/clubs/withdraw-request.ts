import { granted } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { standingIn } from "@/lib/server/queries/clubs/standing-in";
import { clubStanding } from "@/lib/wire/clubs/views";
import { noInput } from "@/lib/wire/fields";

/** Takes one's own request to be let into a club back. Fine where there is none. */
export const withdrawRequest = defineCommand({
  who: "member",
  limit: "clubDoorsOfPerson",
  input: noInput,
  output: clubStanding,
  refusals: ["not_found"],
  summary: "Take back the request to join a club",
  run: async (ask) => {
    const taken = await actInClub(ask, "together", async ({ tx, clubId }) => {
      await tx.clubRequest.deleteMany({ where: { clubId, personId: ask.caller.id } });
      return granted(clubId);
    });
    return taken.ok ? standingIn(ask.caller, taken.value) : taken;
  },
});
