import { type PersonId, toId } from "@/lib/domain/ids";
import { type Measure, measuresOf, type SubjectKind } from "@/lib/domain/reports/report";
import { granted, refused } from "@/lib/domain/ruling";
import { writeAdminEvent } from "@/lib/server/acts/write-admin-event";
import { defineCommand } from "@/lib/server/http/command";
import { ringPeopleSoon } from "@/lib/server/notify/ring-people-soon";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { carryOutMeasure } from "@/lib/server/reports/carry-out-measure";
import { nothing } from "@/lib/wire/fields";
import { decisionInput } from "@/lib/wire/reports/inputs";

/**
 * Decides a case: on which ground, what is done, and why, which both sides read. What is done is done first, so that nobody is told of what did
 * not happen. Once: a decision changes only by an appeal. Admins only.
 */
export const decideCase = defineCommand({
  who: "member",
  limit: "adminActsOfPerson",
  input: decisionInput,
  output: nothing,
  refusals: ["already_decided", "bad_input", "not_allowed", "not_found"],
  summary: "Decide about what was reported",
  run: async ({ caller, params, input }) => {
    const caseId = toId(params.caseId);
    const of = caller.admin && caseId ? await db().reportCase.findUnique({ where: { id: caseId } }) : null;
    if (!of) return refused("not_found");
    const { ground, measure, words } = input;
    if (!measuresOf({ kind: of.kind as SubjectKind, personId: of.personId }).includes(measure))
      return refused("bad_input", { field: "measure", reason: "other_kind" });
    if (of.decidedAt) return refused("already_decided");
    const done = await carryOutMeasure(caller.id, measure, of, words);
    if (!done.ok) return done;
    const ruling = await inTransaction(async (tx) => {
      const data = { decidedAt: new Date(), decidedById: caller.id, ground, measure, words };
      const { count } = await tx.reportCase.updateMany({ where: { id: of.id, decidedAt: null }, data });
      if (count === 0) return refused("already_decided");
      const facts = { personId: of.personId ?? undefined, title: of.title, reason: words };
      const after = { measure: measure as Measure, ground, caseId: of.id };
      await writeAdminEvent(tx, caller.id, "case_decided", facts, { before: { measure: null }, after });
      return granted(null);
    });
    if (ruling.ok) ringPeopleSoon(await sidesOf(of.id, of.personId));
    return ruling;
  },
});

/** Of a flood of reports the first. */
const MOST_RUNG = 200;

async function sidesOf(caseId: string, personId: string | null): Promise<PersonId[]> {
  const where = { caseId, reporterId: { not: null } };
  const reports = await db().report.findMany({ where, select: { reporterId: true }, take: MOST_RUNG });
  return [personId, ...reports.map(({ reporterId }) => reporterId)].flatMap((id) => (id ? [id as PersonId] : []));
}
