import { validate } from "uuid";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { followCounts } from "@/lib/server/queries/people/follow-counts";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { noInput } from "@/lib/wire/fields";
import { followAnswer } from "@/lib/wire/people/views";

/** Stops following a person. Answers the same for a person not followed or not known; of whom the caller may not know has no followers. */
export const unfollowPerson = defineCommand({
  who: "member",
  limit: "followsOfPerson",
  input: noInput,
  output: followAnswer,
  refusals: ["not_found"],
  summary: "Unfollow a person",
  run: async ({ caller, params }) => {
    const followeeId = params.personId ?? "";
    if (!validate(followeeId)) return refused("not_found");
    await db().follow.deleteMany({ where: { followerId: caller.id, followeeId } });
    const isSeen = (await visiblePeople(caller.id, [followeeId])).has(followeeId);
    const { followers } = isSeen ? await followCounts(caller.id, followeeId) : { followers: 0 };
    return granted({ followedByMe: false, followers });
  },
});
