import { toId } from "@/lib/domain/ids";
import { decideAppeal as rule } from "@/lib/domain/reports/report";
import { granted, refused } from "@/lib/domain/ruling";
import { writeAdminEvent } from "@/lib/server/acts/write-admin-event";
import { defineCommand } from "@/lib/server/http/command";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { nothing } from "@/lib/wire/fields";
import { appealDecisionInput } from "@/lib/wire/reports/inputs";

/**
 * Decides an appeal, as somebody else than who decided the case. A decision that falls is not undone by itself: what a ban or a deletion needs
 * then is done by hand, and stands in the log. Admins only.
 */
export const decideAppeal = defineCommand({
  who: "member",
  limit: "adminActsOfPerson",
  input: appealDecisionInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "Decide about an appeal",
  run: async ({ caller, params, input }) => {
    const caseId = toId(params.caseId);
    const appealId = toId(params.appealId);
    if (!caller.admin || !caseId || !appealId) return refused("not_found");
    return inTransaction(async (tx) => {
      const found = await tx.appeal.findFirst({ where: { id: appealId, caseId }, include: { case: true } });
      if (!found) return refused("not_found");
      const { decidedById, personId, title } = found.case;
      const ruling = rule(caller.id, { decidedById, appealDecidedAt: found.decidedAt });
      if (!ruling.ok || ruling.value === "done") return ruling.ok ? granted(null) : ruling;
      const { upheld, words } = input;
      const data = { decidedAt: new Date(), decidedById: caller.id, upheld, words };
      const { count } = await tx.appeal.updateMany({ where: { id: appealId, decidedAt: null }, data });
      if (count === 0) return granted(null);
      const facts = { personId: personId ?? undefined, title, reason: words };
      const after = { upheld, side: found.side, caseId };
      await writeAdminEvent(tx, caller.id, "appeal_decided", facts, { before: { upheld: null }, after });
      return granted(null);
    });
  },
});
