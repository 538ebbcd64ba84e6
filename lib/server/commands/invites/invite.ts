import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { nothing } from "@/lib/wire/fields";
import { invitationInput } from "@/lib/wire/invites/inputs";

/** Gives one member the key to a closed or social room. A ban stands above it. */
export const invite = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: invitationInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Let one member into a closed room",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor }) => {
      if (!can(actor, "invite")) return refused("not_allowed");
      const handle = ask.input.handle.trim().replace(/^@/, "").toLowerCase();
      const person = await tx.person.findUnique({ where: { handle }, select: { id: true } });
      const seen = person && (await visiblePeople(ask.caller.id, [person.id]));
      if (!person || !seen?.has(person.id)) return refused("not_found");
      const key = { roomId, personId: person.id };
      await tx.invitation.upsert({
        where: { roomId_personId: key },
        create: { ...key, invitedById: actor.personId },
        // A key from a person outlasts the link by which they came before.
        update: { linkId: null },
      });
      return granted({ value: null });
    }),
});
