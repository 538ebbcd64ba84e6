import { canInClub } from "@/lib/domain/clubs/club-permissions";
import type { PersonId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { actInClub, type ClubScene } from "@/lib/server/acts/act-in-club";
import { becomeMember } from "@/lib/server/acts/become-member";
import { defineCommand } from "@/lib/server/http/command";
import { tellOfClub } from "@/lib/server/notify/tell-of-club";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { clubInviteInput } from "@/lib/wire/clubs/inputs";
import { nothing } from "@/lib/wire/fields";

/**
 * Invites a member into a club, by their handle. Whoever asked to be let in is in by it; who is in or invited already stays so.
 * `not_found` for people of whom the caller, or the founder, may not know.
 */
export const inviteToClub = defineCommand({
  who: "member",
  limit: "clubInvitationsOfPerson",
  input: clubInviteInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Invite a person to a club",
  run: async (ask) => {
    const invited = await actInClub(ask, "alone", async (scene) => {
      const { tx, clubId, actor } = scene;
      if (!canInClub(actor, "inviteToClub")) return refused("not_allowed");
      const personId = await invitable(scene, ask.input.handle);
      if (!personId) return refused("not_found");
      const key = { clubId, personId };
      if (await tx.clubMember.findUnique({ where: { clubId_personId: key } })) return granted(null);
      if (await tx.clubRequest.findUnique({ where: { clubId_personId: key } })) {
        await becomeMember(tx, clubId, personId, actor.personId);
        return granted(key);
      }
      const invitation = { ...key, invitedById: actor.personId };
      const { count } = await tx.clubInvitation.createMany({ data: invitation, skipDuplicates: true });
      return granted(count > 0 ? key : null);
    });
    if (!invited.ok) return invited;
    if (invited.value) await tellOfClub(invited.value.clubId, [invited.value.personId], ask.caller.id);
    return granted(null);
  },
});

/** The member of this handle, where both who invites and the club's founder may know of them. */
async function invitable({ tx, clubId, actor }: ClubScene, handle: string): Promise<PersonId | null> {
  const person = await tx.person.findUnique({ where: { handle }, select: { id: true } });
  const founder = await tx.clubMember.findFirst({ where: { clubId, role: "founder" }, select: { personId: true } });
  if (!person) return null;
  for (const viewer of new Set([actor.personId, founder?.personId ?? actor.personId])) {
    if (!(await visiblePeople(viewer, [person.id])).has(person.id)) return null;
  }
  return person.id as PersonId;
}
