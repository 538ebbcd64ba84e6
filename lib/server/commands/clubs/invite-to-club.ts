import { canInClub } from "@/lib/domain/clubs/club-permissions";
import type { ClubId, PersonId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { actInClub, type ClubScene } from "@/lib/server/acts/act-in-club";
import { becomeMember } from "@/lib/server/acts/become-member";
import { defineCommand } from "@/lib/server/http/command";
import { tellOfClub } from "@/lib/server/notify/tell-of-club";
import { db } from "@/lib/server/postgres/db";
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
    const person = await db().person.findUnique({ where: { handle: ask.input.handle }, select: { id: true } });
    const personId = person && (person.id as PersonId);
    const invite = async (scene: ClubScene): Promise<Invited> => {
      const { tx, clubId, actor } = scene;
      if (!canInClub(actor, "inviteToClub")) return refused("not_allowed");
      if (!personId || !(await isInvitable(scene, personId))) return refused("not_found");
      const key = { clubId, personId };
      if (await tx.clubMember.findUnique({ where: { clubId_personId: key } })) return granted(null);
      if (await tx.clubRequest.findUnique({ where: { clubId_personId: key } })) {
        await becomeMember(tx, clubId, personId, actor.personId);
        return granted(key);
      }
      const invitation = { ...key, invitedById: actor.personId };
      const { count } = await tx.clubInvitation.createMany({ data: invitation, skipDuplicates: true });
      return granted(count > 0 ? key : null);
    };
    const invited = await actInClub(ask, "alone", invite, personId);
    if (!invited.ok) return invited;
    if (invited.value) await tellOfClub(invited.value.clubId, [invited.value.personId], ask.caller.id);
    return granted(null);
  },
});

/** Who is told of it; null where nothing is new. */
type Invited = Ruling<{ clubId: ClubId; personId: PersonId } | null, "not_allowed" | "not_found">;

/** Whether both who invites and the club's founder may know of somebody. */
async function isInvitable({ tx, clubId, actor }: ClubScene, personId: PersonId): Promise<boolean> {
  const founder = await tx.clubMember.findFirst({ where: { clubId, role: "founder" }, select: { personId: true } });
  for (const viewer of new Set([actor.personId, founder?.personId ?? actor.personId])) {
    if (!(await visiblePeople(viewer, [personId])).has(personId)) return false;
  }
  return true;
}
