import { granted, refused } from "@/lib/domain/ruling";
import { actOnGuest } from "@/lib/server/guests/act-on-guest";
import { noteStep } from "@/lib/server/guests/note-step";
import { defineCommand } from "@/lib/server/http/command";
import { guestView } from "@/lib/server/queries/guests/guests-of";
import { guestChanges } from "@/lib/wire/guests/inputs";
import { guestAnswer } from "@/lib/wire/guests/views";

/** Changes what everybody reads of a guest, where they stand among the others, and whether they need an account to accept. */
export const editGuest = defineCommand({
  who: "member",
  limit: "roomEditsOfPerson",
  input: guestChanges,
  output: guestAnswer,
  refusals: ["bad_input", "link_spent", "not_found"],
  summary: "Edit a guest of a planned room",
  run: async (ask) => {
    const done = await actOnGuest(ask, async ({ tx, actor }, guest) => {
      if (guest.state === "revoked") return refused("link_spent");
      await tx.episodeGuest.update({ where: { id: guest.id }, data: ask.input });
      await noteStep(guest.id, "edited", actor.personId, tx);
      return granted(guest.id);
    });
    return done.ok ? granted({ guest: await guestView(done.value) }) : done;
  },
});
