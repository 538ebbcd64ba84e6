import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInClub } from "@/lib/server/acts/act-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { club } from "@/lib/server/queries/clubs/club";
import { clubChanges } from "@/lib/wire/clubs/inputs";
import { clubAnswer } from "@/lib/wire/clubs/views";

/** Changes what a club says of itself, its rules, and who may come in. Who asked before it opened has to join all the same. */
export const editClub = defineCommand({
  who: "member",
  limit: "clubActsOfPerson",
  input: clubChanges,
  output: clubAnswer,
  refusals: ["not_allowed", "not_found"],
  summary: "Edit a club",
  run: async (ask) => {
    const edited = await actInClub(ask, "alone", async ({ tx, clubId, actor }) => {
      if (!canInClub(actor, "editClub")) return refused("not_allowed");
      await tx.club.update({ where: { id: clubId }, data: ask.input });
      return granted(clubId);
    });
    if (!edited.ok) return edited;
    const view = await club(ask.caller, { id: edited.value });
    return view ? granted({ club: view }) : refused("not_found");
  },
});
