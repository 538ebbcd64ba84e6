import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom } from "@/lib/server/acts/act-in-room";
import type { Command } from "@/lib/server/http/command";
import { invitationInput } from "@/lib/wire/invites/inputs";

/** Gives one member the key to a closed or social room. A ban stands above it. */
export const invite: Command<{ handle: string }, null, "member"> = {
  who: "member",
  input: invitationInput,
  summary: "Let one member into a closed room",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor }) => {
      if (!can(actor, "invite")) return refused("not_allowed");
      const handle = ask.input.handle.trim().replace(/^@/, "").toLowerCase();
      const person = await tx.person.findUnique({ where: { handle }, select: { id: true, bannedAt: true } });
      if (!person || person.bannedAt) return refused("not_found");
      const key = { roomId, personId: person.id };
      await tx.invitation.upsert({
        where: { roomId_personId: key },
        create: { ...key, invitedById: actor.personId },
        // A key from a person outlasts the link by which they came before.
        update: { linkId: null },
      });
      return granted({ value: null });
    }),
};
