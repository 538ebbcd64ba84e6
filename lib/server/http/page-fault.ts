import { awayService } from "@/lib/domain/service-away";
import { isDatabaseAway } from "@/lib/server/postgres/database-fault";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";

/** More at once than a process ever renders. */
const MAX_NOTED = 10_000;

/** The requests whose page could not be rendered because a service is away, until they are answered. */
const awayPages = (): Set<string> => oncePerProcess("awayPages", () => new Set<string>());

/** Notes the fault of a page, which Next answers by itself, under its request's id: in the log, and for `takeAwayPage`. */
export function notePageFault(requestId: string | undefined, path: string, fault: unknown): void {
  const away = awayService(fault) ?? (isDatabaseAway(fault) ? "database" : null);
  log()[away ? "warn" : "error"](
    { requestId, path: withoutSecret(path), err: fault },
    away ? `${away} is away` : "fault of a page",
  );
  if (!away || requestId === undefined) return;
  if (awayPages().size >= MAX_NOTED) awayPages().clear();
  awayPages().add(requestId);
}

/** Whether the page of this request failed because a service is away. Says so once. */
export const takeAwayPage = (requestId: string): boolean => awayPages().delete(requestId);

/** The address of a guest's link opens a stage. */
const withoutSecret = (path: string): string => path.replace(/^\/guests\/[^/]+/, "/guests/…");
