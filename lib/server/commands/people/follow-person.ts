import { validate } from "uuid";
import type { PersonId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { ringPersonSoon } from "@/lib/server/notify/ring-person-soon";
import { db } from "@/lib/server/postgres/db";
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
    if (count > 0) ringPersonSoon(followeeId as PersonId);
    return granted({ followedByMe: true, followers: await followersOf(followeeId) });
  },
});

/** Guests come and go; nobody can follow them. */
async function isFollowable(personId: string): Promise<boolean> {
  if (!validate(personId)) return false;
  const person = await db().person.findUnique({ where: { id: personId }, select: { kind: true, bannedAt: true } });
  return person?.kind === "member" && person.bannedAt === null;
}
