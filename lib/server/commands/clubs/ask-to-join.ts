import { granted, refused } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { tellOfClub } from "@/lib/server/notify/tell-of-club";
import { leadersOf } from "@/lib/server/queries/clubs/leaders";
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
        if (way !== "ask") return granted({ clubId, isNew: false });
        const request = { clubId, personId: caller.id };
        const { count } = await tx.clubRequest.createMany({ data: request, skipDuplicates: true });
        return granted({ clubId, isNew: count > 0 });
      },
      caller.id,
    );
    if (!asked.ok) return asked;
    const { clubId, isNew } = asked.value;
    if (isNew) await tellOfClub(clubId, await leadersOf(clubId), caller.id);
    return standingIn(caller, clubId);
  },
});
