import { type ShowId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { noInput } from "@/lib/wire/fields";
import { showFollowAnswer } from "@/lib/wire/reminders/views";

/** Stops following a show. Answers the same for one not followed or not known. */
export const unfollowShow = defineCommand({
  who: "member",
  limit: "episodeAnswersOfPerson",
  input: noInput,
  output: showFollowAnswer,
  refusals: ["not_found"],
  summary: "Unfollow a show",
  run: async ({ caller, params }) => {
    const showId = toId<ShowId>(params.showId);
    if (!showId) return refused("not_found");
    await db().showFollow.deleteMany({ where: { showId, personId: caller.id } });
    return granted({ followedByMe: false });
  },
});
