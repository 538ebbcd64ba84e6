import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { partPeople } from "@/lib/server/acts/part-people";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Blocks a member: from now on neither knows of the other, follows between them end, and whoever of the two sits in a room that
 * the other made or hosts is put out of it before the answer. A second time changes nothing. Source: behaviours 30.
 */
export const blockPerson = defineCommand({
  who: "member",
  limit: "blocksOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Block a person",
  run: async ({ caller, params }) => {
    const personId = toId<PersonId>(params.personId);
    if (personId === caller.id) return refused("not_allowed");
    if (!personId || !(await block(caller.id, personId))) return refused("not_found");
    // After the block is committed, so that no door lets them sit down again in between.
    await partPeople(caller.id, personId);
    for (const one of [caller.id, personId]) ringPerson(one);
    return granted(null);
  },
});

/** A club is its founder's as a room is its host's: the other one is in none of them any more, asks and is invited nowhere. */
async function endMemberships(tx: Transaction, founderId: PersonId, personId: PersonId): Promise<void> {
  const club = { members: { some: { personId: founderId, role: "founder" as const } } };
  await tx.clubMember.deleteMany({ where: { personId, club } });
  await tx.clubRequest.deleteMany({ where: { personId, club } });
  await tx.clubInvitation.deleteMany({ where: { personId, club } });
}

/** False where there is no such member. One who blocked the caller first is blocked all the same: who blocks whom is nobody's to find out. */
async function block(blockerId: PersonId, blockedId: PersonId): Promise<boolean> {
  return inTransaction(async (tx) => {
    // A follow that is being written holds both rows until it is committed, and is deleted here; a later one finds the block.
    await tx.$queryRaw`SELECT id FROM person WHERE id IN (${blockerId}::uuid, ${blockedId}::uuid) ORDER BY id FOR UPDATE`;
    const person = await tx.person.findUnique({ where: { id: blockedId }, select: { kind: true } });
    if (person?.kind !== "member") return false;
    await tx.block.createMany({ data: { blockerId, blockedId }, skipDuplicates: true });
    await tx.follow.deleteMany({
      where: {
        OR: [
          { followerId: blockerId, followeeId: blockedId },
          { followerId: blockedId, followeeId: blockerId },
        ],
      },
    });
    await endMemberships(tx, blockerId, blockedId);
    await endMemberships(tx, blockedId, blockerId);
    return true;
  });
}
