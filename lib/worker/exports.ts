import { setTimeout as sleep } from "node:timers/promises";
import { gatherNext } from "@/lib/server/account/exports";
import { log } from "@/lib/server/postgres/log";

/** How soon somebody who asks for their data sees it begin. */
const LOOK_EVERY_MS = 1_000;

/** Gathers archives, one after another, until `signal`. What a process leaves undone another begins anew. */
export async function runExports(holder: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const gathered = await gatherNext(holder).catch((fault: unknown) => {
      log().warn({ err: fault }, "archives cannot be gathered");
      return false;
    });
    if (!gathered) await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
