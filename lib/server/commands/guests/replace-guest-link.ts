import { granted, refused } from "@/lib/domain/ruling";
import { actOnGuest } from "@/lib/server/guests/act-on-guest";
import { makeGuestLink } from "@/lib/server/guests/guest-link";
import { mailInvitation } from "@/lib/server/guests/mail-guest";
import { noteStep } from "@/lib/server/guests/note-step";
import { defineCommand } from "@/lib/server/http/command";
import { guestView } from "@/lib/server/queries/guests/guests-of";
import { noInput } from "@/lib/wire/fields";
import { freshGuestLink } from "@/lib/wire/guests/views";

/**
 * Makes a new link of a guest, and those before count no more: their page says so. It goes to the guest's address where they have one.
 * Who accepted already stays the guest.
 */
export const replaceGuestLink = defineCommand({
  who: "member",
  limit: "guestsOfPerson",
  input: noInput,
  output: freshGuestLink,
  refusals: ["link_spent", "not_found", "room_ended", "too_many"],
  summary: "Replace the link of a guest",
  run: async (ask) => {
    const made = await actOnGuest(ask, async ({ tx, room, actor, now }, guest) => {
      if (room.status === "ended") return refused("room_ended");
      if (guest.state === "revoked") return refused("link_spent");
      const where = { guestId: guest.id, replacedAt: null };
      await tx.guestSecret.updateMany({ where, data: { replacedAt: now } });
      await tx.episodeGuest.update({ where: { id: guest.id }, data: { claimedById: null, claimedAt: null } });
      await noteStep(guest.id, "replaced", actor.personId, tx);
      return granted({ guest, url: await makeGuestLink(tx, guest.id) });
    });
    if (!made.ok) return made;
    const { guest, url } = made.value;
    const mailed = await mailInvitation(guest, url, ask.caller.id);
    return granted({ guest: await guestView(guest.id), url, mailed });
  },
});
