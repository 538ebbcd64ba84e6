import { type PersonId, toId } from "@/lib/domain/ids";
import { type Measure, measuresOf, type ReportReason, type SubjectKind } from "@/lib/domain/reports/report";
import { granted, refused } from "@/lib/domain/ruling";
import { writeAdminEvent } from "@/lib/server/acts/write-admin-event";
import { defineCommand } from "@/lib/server/http/command";
import { ringPeopleSoon } from "@/lib/server/notify/ring-people-soon";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { oneAtATime } from "@/lib/server/postgres/one-at-a-time";
import { carryOutMeasure } from "@/lib/server/reports/carry-out-measure";
import { nothing } from "@/lib/wire/fields";
import { decisionInput } from "@/lib/wire/reports/inputs";

type Case = { id: string; subject: string; personId: string | null; title: string };
type Decision = { ground: ReportReason | "nothing_found"; measure: Measure; words: string };

/**
 * Decides a case: on which ground, what is done, and why, which both sides read. What is done is done first, so that nobody is told of what did
 * not happen. Once: a decision changes only by an appeal. Admins only, and nobody about themselves.
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
    if (of.personId === caller.id) return refused("not_allowed");
    if (!measuresOf({ kind: of.kind as SubjectKind, personId: of.personId }).includes(input.measure))
      return refused("bad_input", { field: "measure", reason: "other_kind" });
    // Two who decide at once would do what one of them says, and keep what the other does.
    const ruling = await oneAtATime(`decide ${of.id}`, () => decide(of, caller.id, input));
    if (ruling?.ok) ringPeopleSoon(await sidesOf(of.id, of.personId));
    return ruling ?? refused("already_decided");
  },
});

async function decide(of: Case, judgeId: PersonId, { ground, measure, words }: Decision) {
  const { decidedAt } = await db().reportCase.findUniqueOrThrow({ where: { id: of.id }, select: { decidedAt: true } });
  if (decidedAt) return refused("already_decided");
  const done = await carryOutMeasure(judgeId, measure, of, words);
  if (!done.ok) return done;
  return inTransaction(async (tx) => {
    const data = { decidedAt: new Date(), decidedById: judgeId, ground, measure, words };
    await tx.reportCase.update({ where: { id: of.id }, data });
    const facts = { personId: of.personId ?? undefined, title: of.title, reason: words };
    const change = { before: { measure: null }, after: { measure, ground, caseId: of.id } };
    await writeAdminEvent(tx, judgeId, "case_decided", facts, change);
    return granted(null);
  });
}

/** Of a flood of reports the first. */
const MOST_RUNG = 200;

async function sidesOf(caseId: string, personId: string | null): Promise<PersonId[]> {
  const where = { caseId, reporterId: { not: null } };
  const reports = await db().report.findMany({ where, select: { reporterId: true }, take: MOST_RUNG });
  return [personId, ...reports.map(({ reporterId }) => reporterId)].flatMap((id) => (id ? [id as PersonId] : []));
}
