import { claimInvitation } from "@/lib/domain/guests/guest";
import { granted, refused } from "@/lib/domain/ruling";
import { createGuest } from "@/lib/server/admission/guests";
import { addressOf } from "@/lib/server/callers/client-address";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { findGuest, lockGuest } from "@/lib/server/guests/find-guest";
import { mailHost } from "@/lib/server/guests/mail-guest";
import { noteStep } from "@/lib/server/guests/note-step";
import { defineCommand } from "@/lib/server/http/command";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { guestSecretInput } from "@/lib/wire/guests/inputs";
import { invitationAnswer } from "@/lib/wire/guests/views";

/**
 * Says that a link which was accepted in another browser is the caller's. Nothing is given by it: the hosts see it, and answer. One browser
 * says so at a time, the last one.
 */
export const claimGuestInvitation = defineCommand({
  who: "anyone",
  limit: "answersOfPerson",
  input: guestSecretInput,
  output: invitationAnswer,
  refusals: ["link_spent", "not_allowed", "members_only", "not_found", "room_ended", "too_many"],
  summary: "Say that a guest's link which was accepted elsewhere is mine",
  run: async ({ caller, input, request }) => {
    const found = await findGuest({ secret: input.secret, caller }, addressOf(request));
    if (!found.ok) return found;
    if (!found.value) return refused("not_found");
    const outlook = claimInvitation(found.value, caller);
    if (!outlook.ok) return outlook;
    const made = caller ? null : await createGuest(request);
    if (made && !made.ok) return made;
    const person = made?.value ?? caller;
    const { roomId } = found.value;
    const claimed = await inTransaction(async (tx) => {
      await lockRoom(tx, roomId);
      const guest = await lockGuest(tx, { secret: input.secret, caller });
      if (!guest || !person) return refused("not_found");
      const ruled = claimInvitation(guest, person);
      if (!ruled.ok) return ruled;
      if (ruled.value === "done") return granted(null);
      const data = { claimedById: person.id, claimedAt: new Date() };
      const { locale } = await tx.episodeGuest.update({ where: { id: guest.id }, data });
      await noteStep(guest.id, "claimed", null, tx);
      return granted({ ...guest, address: null, locale });
    });
    if (!claimed.ok) return claimed;
    if (claimed.value) await mailHost(claimed.value, "claimed");
    return { ...granted({ roomId, state: "claimed" as const }), cookies: made ? [guestCookie(made.value.id)] : [] };
  },
});
