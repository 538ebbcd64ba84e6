import { granted, refused } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { becomeMember } from "@/lib/server/acts/become-member";
import { defineCommand } from "@/lib/server/http/command";
import { standingIn } from "@/lib/server/queries/clubs/standing-in";
import { wayIntoClub } from "@/lib/server/queries/clubs/way-into-club";
import { clubStanding } from "@/lib/wire/clubs/views";
import { noInput } from "@/lib/wire/fields";

/** Becomes a member of an open club, or of one that invited the caller. A second time changes nothing. */
export const joinClub = defineCommand({
  who: "member",
  limit: "clubDoorsOfPerson",
  input: noInput,
  output: clubStanding,
  refusals: ["not_allowed", "not_found"],
  summary: "Join a club",
  run: async (ask) => {
    const { caller } = ask;
    const joined = await actInClub(
      ask,
      "together",
      async (scene) => {
        const way = await wayIntoClub(scene.tx, scene.clubId, caller.id);
        if (way !== "member" && way !== "join" && way !== "accept") return refused("not_allowed");
        if (way !== "member") await becomeMember(scene.tx, scene.clubId, caller.id, null);
        return granted(scene.clubId);
      },
      caller.id,
    );
    return joined.ok ? standingIn(caller, joined.value) : joined;
  },
});
