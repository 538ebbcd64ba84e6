import { granted, refused } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { standingIn } from "@/lib/server/queries/clubs/standing-in";
import { wayIntoClub } from "@/lib/server/queries/clubs/way-into-club";
import { clubStanding } from "@/lib/wire/clubs/views";
import { noInput } from "@/lib/wire/fields";

/** Asks the founder and the admins of a club to be let in. A second time changes nothing. */
export const askToJoin = defineCommand({
  who: "member",
  limit: "clubDoorsOfPerson",
  input: noInput,
  output: clubStanding,
  refusals: ["not_allowed", "not_found"],
  summary: "Ask to join a club",
  run: async (ask) => {
    const { caller } = ask;
    const asked = await actInClub(
      ask,
      "together",
      async ({ tx, clubId }) => {
        const way = await wayIntoClub(tx, clubId, caller.id);
        if (way !== "ask" && way !== "asked" && way !== "member") return refused("not_allowed");
        if (way === "ask") {
          await tx.clubRequest.createMany({ data: { clubId, personId: caller.id }, skipDuplicates: true });
        }
        return granted(clubId);
      },
      caller.id,
    );
    return asked.ok ? standingIn(caller, asked.value) : asked;
  },
});
