import { validate } from "uuid";
import type { PersonId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { writeFollow } from "@/lib/server/acts/write-follow";
import { defineCommand } from "@/lib/server/http/command";
import { pushToPeople } from "@/lib/server/notify/push-to-people";
import { ringPeopleSoon } from "@/lib/server/notify/ring-people-soon";
import { db } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { followCounts } from "@/lib/server/queries/people/follow-counts";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { noInput } from "@/lib/wire/fields";
import { followAnswer } from "@/lib/wire/people/views";

/** Follows a member from now on. A second time changes nothing. */
export const followPerson = defineCommand({
  who: "member",
  limit: "followsOfPerson",
  input: noInput,
  output: followAnswer,
  refusals: ["not_allowed", "not_found"],
  summary: "Follow a person",
  run: async ({ caller, params }) => {
    const followeeId = params.personId ?? "";
    if (followeeId === caller.id) return refused("not_allowed");
    if (!(await isFollowable(caller.id, followeeId))) return refused("not_found");
    const pair = { followerId: caller.id, followeeId };
    const isNew = await writeFollow(pair);
    // A block in between waits for this row and deletes it, or was committed before it was written.
    if (!(await isFollowable(caller.id, followeeId))) {
      await db().follow.deleteMany({ where: pair });
      return refused("not_found");
    }
    if (isNew) await tellOfFollower(followeeId as PersonId, caller.id);
    const { followers } = await followCounts(caller.id, followeeId);
    return granted({ followedByMe: true, followers });
  },
});

async function tellOfFollower(personId: PersonId, byId: PersonId): Promise<void> {
  ringPeopleSoon([personId]);
  await pushToPeople(hotSql(), { personIds: [personId], kind: "follow", byId });
}

/** Guests come and go; nobody can follow them. */
async function isFollowable(callerId: PersonId, personId: string): Promise<boolean> {
  if (!validate(personId)) return false;
  return (await visiblePeople(callerId, [personId])).has(personId);
}
