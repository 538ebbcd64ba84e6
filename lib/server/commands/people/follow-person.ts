import { validate } from "uuid";
import type { PersonId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { pushToPerson } from "@/lib/server/notify/push-to-person";
import { ringPersonSoon } from "@/lib/server/notify/ring-person-soon";
import { db } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { followersOf } from "@/lib/server/queries/people/followers-of";
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
    if (!(await isFollowable(followeeId))) return refused("not_found");
    const { count } = await db().follow.createMany({
      data: { followerId: caller.id, followeeId },
      skipDuplicates: true,
    });
    if (count > 0) await tellOfFollower(followeeId as PersonId, caller.id);
    return granted({ followedByMe: true, followers: await followersOf(followeeId) });
  },
});

async function tellOfFollower(personId: PersonId, byId: PersonId): Promise<void> {
  ringPersonSoon(personId);
  await pushToPerson(hotSql(), { personId, kind: "follow", byId, roomId: null });
}

/** Guests come and go; nobody can follow them. */
async function isFollowable(personId: string): Promise<boolean> {
  if (!validate(personId)) return false;
  const person = await db().person.findUnique({ where: { id: personId }, select: { kind: true, bannedAt: true } });
  return person?.kind === "member" && person.bannedAt === null;
}
