import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";

type Bell = { ids: Set<string>; timer: NodeJS.Timeout | null };

/**
 * Notifies a channel of these ids, soon and once for many: at most one NOTIFY statement in `everyMs` a process, since commits
 * that notify queue on one lock of the whole database. A hint: a lost one is made good by the next.
 */
export function ringSoon(channel: string, ids: readonly string[], everyMs: number): void {
  const bell = oncePerProcess<Bell>(`bell ${channel}`, () => ({ ids: new Set(), timer: null }));
  for (const id of ids) bell.ids.add(id);
  bell.timer ??= setTimeout(() => {
    bell.timer = null;
    const rung = [...bell.ids];
    bell.ids.clear();
    hotPool()
      .query({
        name: "ring-soon",
        text: "SELECT pg_notify($1, id) FROM unnest($2::text[]) AS rung(id)",
        values: [channel, rung],
      })
      .catch((fault: unknown) => log().debug({ err: fault, channel }, "a channel was not told"));
  }, everyMs).unref();
}
