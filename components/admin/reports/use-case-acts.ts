import { useRouter } from "next/navigation";
import { useAttempt } from "@/components/frame/use-attempt";
import { call, type Done } from "@/lib/client/call";
import type { Measure, ReportReason } from "@/lib/domain/reports/report";

type Decision = { ground: ReportReason | "nothing_found"; measure: Measure; words: string };

/** What an admin does about a case; the page is read anew after each. */
export function useCaseActs(caseId: string) {
  const router = useRouter();
  const attempt = useAttempt();
  const act = (asked: Promise<Done>): Promise<boolean> => attempt(asked, () => router.refresh());
  const params = { caseId };
  return {
    take: () => act(call("PUT /api/admin/reports/:caseId/assignee", { params })),
    note: (text: string) => act(call("POST /api/admin/reports/:caseId/notes", { params, input: { text } })),
    decide: (input: Decision) => act(call("PUT /api/admin/reports/:caseId/decision", { params, input })),
    decideAppeal: (appealId: string, input: { upheld: boolean; words: string }) =>
      act(call("PUT /api/admin/reports/:caseId/appeals/:appealId", { params: { caseId, appealId }, input })),
  };
}
