import { validate } from "uuid";
import { granted, refused } from "@/lib/domain/ruling";
import type { Command } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { followersOf } from "@/lib/server/queries/people/followers-of";
import { noInput } from "@/lib/wire/fields";
import type { FollowAnswer } from "@/lib/wire/people/views";

/** Follows a person no longer. Somebody not followed, or not there at all, is answered the same way. */
export const unfollowPerson: Command<Record<string, never>, FollowAnswer, "member"> = {
  who: "member",
  limit: "followsOfPerson",
  input: noInput,
  summary: "Unfollow a person",
  run: async ({ caller, params }) => {
    const followeeId = params.personId ?? "";
    if (!validate(followeeId)) return refused("not_found");
    await db().follow.deleteMany({ where: { followerId: caller.id, followeeId } });
    return granted({ followedByMe: false, followers: await followersOf(followeeId) });
  },
};
