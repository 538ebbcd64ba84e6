import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { closeRoomsOfClub, endClub } from "@/lib/server/acts/end-club";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Closes a club for good: nobody finds it any more, and its handle stays taken. Its rooms go on as rooms of no club; those for members
 * are closed ones from then on, for the people in them and whom their hosts invite.
 */
export const closeClub = defineCommand({
  who: "member",
  limit: "clubActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Close a club",
  run: async (ask) => {
    const closed = await actInClub(ask, "alone", async ({ tx, clubId, actor }) => {
      if (!canInClub(actor, "closeClub")) return refused("not_allowed");
      await endClub(tx, clubId, actor.personId);
      return granted(clubId);
    });
    if (!closed.ok) return closed;
    await closeRoomsOfClub(closed.value, ask.caller.id);
    return granted(null);
  },
});
