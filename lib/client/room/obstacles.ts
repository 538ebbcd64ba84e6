import { retryDelayMs } from "@/lib/client/browser/retry-delay";
import type { ApiRefusal } from "@/lib/client/call";

/** What stands in the way for a moment and then does not; every other refusal is an answer. */
const PASSING: readonly ApiRefusal["code"][] = [
  "network",
  "unreadable",
  "fault",
  "database_away",
  "media_away",
  "too_many",
];

/** Whether trying again can help without anybody doing anything. */
export const mayPass = (code: ApiRefusal["code"]): boolean => PASSING.includes(code);

/** Milliseconds until the next try: as long as the server asked for where it did, but never in step with others. */
export function pauseMs(refusal: Pick<ApiRefusal, "code" | "facts"> | null, tries: number, random: number): number {
  const asked = refusal?.code === "too_many" ? Number(refusal.facts.retryAfterSeconds ?? 0) * 1_000 : 0;
  return Math.max(asked * (1 + random / 4), retryDelayMs(tries, random));
}
