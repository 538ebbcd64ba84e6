import { v7 as uuid } from "uuid";
import type { ShowId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { MAX_SHOWS_LED } from "@/lib/domain/shows/show";
import { isReservedSlug } from "@/lib/domain/shows/show-slug";
import { mayOpenInClub } from "@/lib/server/acts/may-open-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { mayLeadAnother } from "@/lib/server/planning/may-lead-another";
import { planAhead } from "@/lib/server/planning/plan-ahead";
import { rhythmColumns } from "@/lib/server/planning/rhythm-columns";
import { isDuplicate } from "@/lib/server/postgres/database-fault";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { show } from "@/lib/server/queries/shows/show";
import { showFields } from "@/lib/wire/shows/inputs";
import { showAnswer } from "@/lib/wire/shows/views";

/** Plans a show: a draft of which its hosts alone know, with its next episodes. Its address is taken from then on. Source: behaviours 35. */
export const createShow = defineCommand({
  who: "member",
  limit: "showsOfPerson",
  input: showFields,
  output: showAnswer,
  refusals: ["bad_input", "not_found", "shows_full", "slug_taken"],
  status: 201,
  summary: "Plan a show",
  run: async ({ caller, input }) => {
    const { rhythm, ...fields } = input;
    if (isReservedSlug(fields.slug)) return refused("slug_taken");
    if (fields.kind === "members" && !fields.clubId) return refused("bad_input", { field: "kind", reason: "no_club" });
    const id = uuid() as ShowId;
    try {
      const created = await inTransaction(async (tx) => {
        if (!(await mayLeadAnother(tx, caller.id))) return refused("shows_full", { limit: MAX_SHOWS_LED });
        if (fields.clubId && !(await mayOpenInClub(tx, fields.clubId, caller.id))) return refused("not_found");
        const hosts = { create: { personId: caller.id, role: "host" } } as const;
        await tx.show.create({ data: { ...fields, ...rhythmColumns(rhythm), id, createdById: caller.id, hosts } });
        await planAhead(tx, id, new Date());
        return granted(null);
      });
      if (!created.ok) return created;
    } catch (fault) {
      if (isDuplicate(fault)) return refused("slug_taken");
      throw fault;
    }
    const view = await show(caller, { id });
    return view ? granted({ show: view }) : refused("not_found");
  },
});
