import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { actInClub, roleIn } from "@/lib/server/acts/act-in-club";
import { takeOutOfClub } from "@/lib/server/acts/take-out-of-club";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Removes somebody of a lower role from a club: from now on an invitation alone lets them back. They are put out of its rooms for
 * members before the answer, but not of those that they made themselves or hold an invitation to. A second time does what a first
 * one that was cut off left to do.
 */
export const removeMember = defineCommand({
  who: "member",
  limit: "clubActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Remove a member from a club",
  run: async (ask) => {
    const personId = toId<PersonId>(ask.params.personId);
    const removed = await actInClub(ask, "alone", async ({ tx, clubId, actor }) => {
      const role = personId && (await roleIn(tx, clubId, personId));
      if (!canInClub(actor, "removeMember")) return refused("not_allowed");
      if (!personId) return refused("not_found");
      const key = { clubId, personId };
      if (!role) {
        const before = await tx.clubRemoval.findUnique({ where: { clubId_personId: key } });
        return before ? granted(key) : refused("not_found");
      }
      if (!canInClub(actor, "removeMember", { personId, role })) return refused("not_allowed");
      await tx.clubMember.delete({ where: { clubId_personId: key } });
      await tx.clubRemoval.createMany({ data: { ...key, removedById: actor.personId }, skipDuplicates: true });
      return granted(key);
    });
    if (!removed.ok) return removed;
    // After it is committed, so that no door lets them sit down again in between.
    await takeOutOfClub(removed.value.clubId, removed.value.personId, ask.caller.id);
    return granted(null);
  },
});
