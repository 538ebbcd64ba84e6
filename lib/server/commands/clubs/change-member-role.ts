import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { actInClub, roleIn } from "@/lib/server/acts/act-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { memberRoleInput } from "@/lib/wire/clubs/inputs";
import { nothing } from "@/lib/wire/fields";

/** Makes a member an admin of a club, or an admin a member again. An admin may step down by themselves. */
export const changeMemberRole = defineCommand({
  who: "member",
  limit: "clubActsOfPerson",
  input: memberRoleInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Change what a member is in a club",
  run: async (ask) =>
    actInClub(ask, "alone", async ({ tx, clubId, actor }) => {
      const personId = toId<PersonId>(ask.params.personId);
      const role = personId && (await roleIn(tx, clubId, personId));
      const action = ask.input.role === "admin" ? "makeAdmin" : "unmakeAdmin";
      if (!canInClub(actor, action)) return refused("not_allowed");
      if (!personId || !role) return refused("not_found");
      if (role === ask.input.role) return granted(null);
      if (!canInClub(actor, action, { personId, role })) return refused("not_allowed");
      await tx.clubMember.update({ where: { clubId_personId: { clubId, personId } }, data: { role: ask.input.role } });
      return granted(null);
    }),
});
