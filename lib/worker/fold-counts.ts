import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/server/postgres/log";
import { hotSql } from "@/lib/server/postgres/sql";
import { CHANGES_A_FOLD, foldFollowChanges } from "@/lib/server/sweeping/fold-follow-changes";

/** How long changes may gather: whoever reads a count adds them up. */
const FOLD_EVERY_MS = 1_000;

/** Keeps the changes of who follows whom few, until `signal`. */
export async function foldCounts(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const folded = await foldFollowChanges(hotSql()).catch((fault: unknown) => {
      log().warn({ err: fault }, "follows cannot be added up");
      return 0;
    });
    if (folded < CHANGES_A_FOLD) await sleep(FOLD_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
