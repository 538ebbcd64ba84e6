import { appeal as rule } from "@/lib/domain/reports/report";
import { granted, refused } from "@/lib/domain/ruling";
import { readDecisionKey } from "@/lib/server/callers/decision-key";
import { defineCommand } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { nothing } from "@/lib/wire/fields";
import { appealInput } from "@/lib/wire/reports/inputs";

/** Appeals to a second person, by the key of a decision: each report once, and whom it is about once, within six months. Source: Digital Services Act, Art. 20. */
export const appealDecision = defineCommand({
  who: "anyone",
  limit: "reportsOfPerson",
  input: appealInput,
  output: nothing,
  refusals: ["appeal_over", "not_decided", "not_found"],
  summary: "Appeal to a second person",
  run: async ({ params, input }) => {
    const key = readDecisionKey(params.key ?? "");
    const of = key && (await db().reportCase.findFirst({ where: caseOf(key), select: { id: true, decidedAt: true } }));
    if (!key || !of) return refused("not_found");
    const mine = { caseId: of.id, side: key.side, reportId: key.side === "reporter" ? key.id : null };
    const before = await db().appeal.findFirst({ where: mine, select: { at: true } });
    const ruling = rule({ decidedAt: of.decidedAt, hasAppeal: before !== null }, new Date());
    if (!ruling.ok) return ruling;
    const { count } = await db().appeal.createMany({ data: [{ ...mine, text: input.text }], skipDuplicates: true });
    return count === 0 ? refused("appeal_over") : granted(null);
  },
});

const caseOf = ({ side, id }: { side: "reporter" | "affected"; id: string }) =>
  side === "affected" ? { id } : { reports: { some: { id } } };
