import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { becomeMember } from "@/lib/server/acts/become-member";
import { defineCommand } from "@/lib/server/http/command";
import { tellOfClub } from "@/lib/server/notify/tell-of-club";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { noInput, nothing } from "@/lib/wire/fields";

/** Lets somebody in who asked. `not_found` for whoever did not, or has taken it back. */
export const approveRequest = defineCommand({
  who: "member",
  limit: "clubActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Let somebody into a club who asked",
  run: async (ask) => {
    const personId = toId<PersonId>(ask.params.personId);
    const approved = await actInClub(
      ask,
      "alone",
      async ({ tx, clubId, actor }) => {
        if (!canInClub(actor, "answerRequest")) return refused("not_allowed");
        if (!personId || !(await visiblePeople(actor.personId, [personId])).has(personId)) return refused("not_found");
        const { count } = await tx.clubRequest.deleteMany({ where: { clubId, personId } });
        if (count === 0) return refused("not_found");
        await becomeMember(tx, clubId, personId, actor.personId);
        return granted({ clubId, personId });
      },
      personId,
    );
    if (!approved.ok) return approved;
    await tellOfClub(approved.value.clubId, [approved.value.personId], ask.caller.id);
    return granted(null);
  },
});
