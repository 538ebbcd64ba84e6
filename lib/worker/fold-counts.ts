import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/server/postgres/log";
import { hotSql } from "@/lib/server/postgres/sql";
import { foldClubChanges } from "@/lib/server/sweeping/fold-club-changes";
import { CHANGES_A_FOLD, foldFollowChanges } from "@/lib/server/sweeping/fold-follow-changes";

/** How long changes may gather: whoever reads a count adds them up. */
const FOLD_EVERY_MS = 1_000;

/** Keeps the changes of who follows whom, and of who is in which club, few, until `signal`. */
export async function foldCounts(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const taken = await Promise.all([
      foldFollowChanges(hotSql()).catch(failed("follows")),
      foldClubChanges(hotSql()).catch(failed("members of clubs")),
    ]);
    if (Math.max(...taken) < CHANGES_A_FOLD) await sleep(FOLD_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

const failed = (what: string) => (fault: unknown) => {
  log().warn({ err: fault }, `${what} cannot be added up`);
  return 0;
};
