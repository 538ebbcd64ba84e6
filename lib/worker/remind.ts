import { setTimeout as sleep } from "node:timers/promises";
import { writeReminders } from "@/lib/server/notifications/write-reminders";
import { log } from "@/lib/server/postgres/log";
import { hotSql } from "@/lib/server/postgres/sql";

/** How late a reminder may be. */
const LOOK_EVERY_MS = 1_000;

/** Makes it news, until `signal`, that episodes begin soon. */
export async function remind(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await writeReminders(hotSql(), new Date()).catch((fault: unknown) =>
      log().warn({ err: fault }, "nobody is reminded"),
    );
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
