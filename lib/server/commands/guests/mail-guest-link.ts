import { granted, refused } from "@/lib/domain/ruling";
import { actOnGuest } from "@/lib/server/guests/act-on-guest";
import { makeGuestLink } from "@/lib/server/guests/guest-link";
import { mailInvitation } from "@/lib/server/guests/mail-guest";
import { defineCommand } from "@/lib/server/http/command";
import { guestView } from "@/lib/server/queries/guests/guests-of";
import { noInput } from "@/lib/wire/fields";
import { freshGuestLink } from "@/lib/wire/guests/views";

/** Sends a guest one more link, beside the ones that they have. Only hashes are kept, so that it is a new one; those before count on. */
export const mailGuestLink = defineCommand({
  who: "member",
  limit: "guestsOfPerson",
  input: noInput,
  output: freshGuestLink,
  refusals: ["link_spent", "not_found", "room_ended", "too_many"],
  summary: "Send a guest their link again",
  run: async (ask) => {
    const made = await actOnGuest(ask, async ({ tx, room }, guest) => {
      if (room.status === "ended") return refused("room_ended");
      if (guest.state === "revoked") return refused("link_spent");
      return granted({ guest, url: await makeGuestLink(tx, guest.id) });
    });
    if (!made.ok) return made;
    const { guest, url } = made.value;
    const mailed = await mailInvitation(guest, url, ask.caller.id);
    return granted({ guest: await guestView(guest.id), url, mailed });
  },
});
