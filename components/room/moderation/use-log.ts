import { useCallback, useEffect, useState } from "react";
import { moderationApi } from "@/lib/client/moderation/moderation-api";
import type { BanView, LogEntry } from "@/lib/wire/moderation/views";

/** `version`: that of the room for which it was read. */
type Log = { version: number; entries: LogEntry[]; before: number | null; bans: BanView[] };

/**
 * What moderators did, and who may not come back. Read when it is opened and whenever the room's version, `version`,
 * moves; older pages when asked for. `log` null: not read yet.
 */
export function useLog(roomId: string, version: number) {
  const [log, setLog] = useState<Log | null>(null);
  useEffect(() => {
    let over = false;
    void Promise.all([moderationApi.readLog(roomId, null), moderationApi.readBans(roomId)]).then(([page, banned]) => {
      if (over || !page.ok) return;
      setLog({ version, ...page.value, bans: banned.ok ? banned.value.bans : [] });
    });
    return () => {
      over = true;
    };
  }, [roomId, version]);
  const readOlder = useCallback(async (): Promise<void> => {
    if (log?.before == null) return;
    const page = await moderationApi.readLog(roomId, log.before);
    if (page.ok) setLog({ ...log, ...page.value, entries: [...log.entries, ...page.value.entries] });
  }, [roomId, log]);
  return { log, readOlder };
}
