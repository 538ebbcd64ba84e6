import type { PersonId } from "@/lib/domain/ids";
import { granted } from "@/lib/domain/ruling";
import { takeOut } from "@/lib/server/acts/take-out";
import { actOnGuest } from "@/lib/server/guests/act-on-guest";
import { takeKey } from "@/lib/server/guests/bind-guest";
import { mailRevoked } from "@/lib/server/guests/mail-guest";
import { noteStep } from "@/lib/server/guests/note-step";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/**
 * Takes an invitation back: no link of it counts any more, and who accepted it is put out from behind the stage. In a live room they stay
 * where they are, as anybody else would, until a moderator says otherwise. Safe to repeat.
 */
export const revokeGuest = defineCommand({
  who: "member",
  limit: "roomEditsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Take back the invitation of a guest",
  run: async (ask) => {
    const done = await actOnGuest(ask, async ({ tx, roomId, room, actor }, guest) => {
      if (guest.state === "revoked") return granted(null);
      const data = { state: "revoked", claimedById: null, claimedAt: null } as const;
      await tx.episodeGuest.update({ where: { id: guest.id }, data });
      if (guest.personId) await takeKey(tx, roomId, guest.personId);
      await noteStep(guest.id, "revoked", actor.personId, tx);
      return granted({ guest, roomId, out: room.status === "scheduled" ? guest.personId : null });
    });
    if (!done.ok || !done.value) return done.ok ? granted(null) : done;
    const { guest, roomId, out } = done.value;
    if (out) await takeOut(roomId, out as PersonId, { by: ask.caller.id, reason: "left" });
    await mailRevoked(guest);
    return granted(null);
  },
});
