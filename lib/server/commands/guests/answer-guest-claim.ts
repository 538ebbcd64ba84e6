import type { PersonId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { takeOut } from "@/lib/server/acts/take-out";
import { actOnGuest } from "@/lib/server/guests/act-on-guest";
import { giveKey, takeKey } from "@/lib/server/guests/bind-guest";
import { noteStep } from "@/lib/server/guests/note-step";
import { defineCommand } from "@/lib/server/http/command";
import { guestView } from "@/lib/server/queries/guests/guests-of";
import { guestClaimInput } from "@/lib/wire/guests/inputs";
import { guestAnswer } from "@/lib/wire/guests/views";

/**
 * Says whether somebody who opened a guest's link in another browser is the guest. If so, the browser that accepted it is the guest's no
 * more, and is put out from behind the stage. `no_offer`: nobody says so any more.
 */
export const answerGuestClaim = defineCommand({
  who: "member",
  limit: "roomEditsOfPerson",
  input: guestClaimInput,
  output: guestAnswer,
  refusals: ["no_offer", "not_found"],
  summary: "Say whether the other browser with a guest's link is the guest",
  run: async (ask) => {
    const { isGuest } = ask.input;
    const done = await actOnGuest(ask, async ({ tx, roomId, actor, now }, guest) => {
      const { id, personId, claimedById } = guest;
      if (!claimedById || guest.state === "revoked") return refused("no_offer");
      const answered = { claimedById: null, claimedAt: null };
      const isOther = await tx.episodeGuest.count({
        where: { roomId, personId: claimedById, id: { not: id }, state: { not: "revoked" } },
      });
      const taken = isGuest && isOther === 0;
      const bound = { ...answered, personId: claimedById, state: "accepted", answeredAt: now } as const;
      await tx.episodeGuest.update({ where: { id }, data: taken ? bound : answered });
      if (taken && personId) await takeKey(tx, roomId, personId);
      if (taken) await giveKey(tx, { id, roomId, invitedById: guest.invitedById as PersonId }, claimedById);
      await noteStep(id, taken ? "claim_allowed" : "claim_refused", actor.personId, tx);
      return granted({ id, roomId, out: taken ? personId : null });
    });
    if (!done.ok) return done;
    const { id, roomId, out } = done.value;
    if (out) await takeOut(roomId, out as PersonId, { by: ask.caller.id, reason: "left" });
    return granted({ guest: await guestView(id) });
  },
});
