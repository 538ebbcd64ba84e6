import type { Caller } from "@/lib/server/callers/caller";
import { callerOfHeaders } from "@/lib/server/callers/find-caller";
import { watchPerson } from "@/lib/server/notify/people-hub";
import { log } from "@/lib/server/postgres/log";

/**
 * Calls `end` once what a stream was opened with stands for nobody any more: its session has ended, its token is revoked, or
 * its person is banned from the instance. Returns what ends the watching.
 */
export function watchStanding({ headers }: Request, caller: Caller, end: () => void): () => void {
  const shown = new Headers(headers);
  return watchPerson(caller.id, () => {
    callerOfHeaders(shown)
      .then((now) => now?.id !== caller.id && end())
      .catch((fault: unknown) => log().debug({ err: fault }, "a stream's holder was not looked up"));
  });
}
