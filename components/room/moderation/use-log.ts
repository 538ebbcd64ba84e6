import { useCallback, useEffect, useRef, useState } from "react";
import { moderationApi } from "@/lib/client/moderation/moderation-api";
import type { BanView, LogEntry } from "@/lib/wire/moderation/views";

/** A busy room tells of something four times a second; nobody reads a log so fast. */
const READ_EVERY_MS = 1_000;

/** `version`: that of the room for which it was read. */
type Log = { version: number; entries: LogEntry[]; before: number | null; bans: BanView[] };

/**
 * What moderators did, and who may not come back. Read when it is opened and whenever the room's version, `version`,
 * moves; older pages when asked for. `log` null: not read yet.
 */
export function useLog(roomId: string, version: number) {
  const [log, setLog] = useState<Log | null>(null);
  const readAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    let over = false;
    const read = async (): Promise<void> => {
      readAt.current = performance.now();
      const [page, banned] = await Promise.all([moderationApi.readLog(roomId, null), moderationApi.readBans(roomId)]);
      if (over || !page.ok) return;
      setLog({ version, ...page.value, bans: banned.ok ? banned.value.bans : [] });
    };
    const timer = setTimeout(read, Math.max(0, readAt.current + READ_EVERY_MS - performance.now()));
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [roomId, version]);
  const readOlder = useCallback(async (): Promise<void> => {
    if (log?.before == null) return;
    const page = await moderationApi.readLog(roomId, log.before);
    if (page.ok) setLog({ ...log, ...page.value, entries: [...log.entries, ...page.value.entries] });
  }, [roomId, log]);
  return { log, readOlder };
}
