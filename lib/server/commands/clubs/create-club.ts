import { v7 as uuid } from "uuid";
import { MAX_CLUBS_FOUNDED } from "@/lib/domain/clubs/club";
import { isReservedClubHandle } from "@/lib/domain/clubs/club-handle";
import type { ClubId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { mayFoundAnother } from "@/lib/server/acts/may-found-another";
import { defineCommand } from "@/lib/server/http/command";
import { isDuplicate } from "@/lib/server/postgres/database-fault";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { club } from "@/lib/server/queries/clubs/club";
import { clubFields } from "@/lib/wire/clubs/inputs";
import { clubAnswer } from "@/lib/wire/clubs/views";

/** Founds a club. Its handle is taken from then on, also once it is closed; one that passes for the house is taken always. Source: behaviours 34. */
export const createClub = defineCommand({
  who: "member",
  limit: "clubsOfPerson",
  input: clubFields,
  output: clubAnswer,
  refusals: ["handle_taken", "clubs_full", "not_found"],
  status: 201,
  summary: "Found a club",
  run: async ({ caller, input }) => {
    if (isReservedClubHandle(input.handle)) return refused("handle_taken");
    const id = uuid() as ClubId;
    const founder = { create: { personId: caller.id, role: "founder" } } as const;
    try {
      const founded = await inTransaction(async (tx) => {
        if (!(await mayFoundAnother(tx, caller.id))) return false;
        await tx.club.create({ data: { ...input, id, createdById: caller.id, members: founder } });
        return true;
      });
      if (!founded) return refused("clubs_full", { limit: MAX_CLUBS_FOUNDED });
    } catch (fault) {
      if (isDuplicate(fault)) return refused("handle_taken");
      throw fault;
    }
    const view = await club(caller, { id });
    return view ? granted({ club: view }) : refused("not_found");
  },
});
