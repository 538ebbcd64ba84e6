import { pingsApi } from "@/lib/client/invites/pings-api";
import type { MyEvent, PingView } from "@/lib/wire/invites/views";
import { notificationsApi } from "./notifications-api";
import { unread } from "./unread";

/** Reopening after a refusal is spread, so that a server that comes back is not met by everyone at once. */
const REOPEN_AFTER_MS = 15_000;

/**
 * Tells of the calls that wait for me, now and whenever they change, while the page is in view, and keeps the number of unread
 * notifications right. Returns what ends it.
 */
export function watchMine(tellPings: (pings: PingView[]) => void): () => void {
  let events: EventSource | null = null;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let told = 0;
  const read = async (): Promise<void> => {
    const before = told;
    const [pings, counted] = await Promise.all([pingsApi.readPings(), notificationsApi.readUnread()]);
    if (pings.ok) tellPings(pings.value.pings);
    // Whether what came meanwhile is counted in this answer nobody knows.
    if (told !== before) return read();
    if (counted.ok) unread.set(counted.value.unread);
  };
  const close = (): void => {
    clearTimeout(reopening);
    events?.close();
    events = null;
  };
  const open = (): void => {
    if (events || document.hidden) return;
    const source = new EventSource("/api/me/events");
    events = source;
    // What came while nobody listened is read too.
    source.onopen = () => void read();
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event: MyEvent = JSON.parse(data);
      // A crowd is told at one moment: each page counts by itself, and asks nothing.
      if (!("notified" in event)) return void read();
      told += event.notified;
      unread.set(unread.state() + event.notified);
    };
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return;
      close();
      reopening = setTimeout(open, REOPEN_AFTER_MS * (1 + Math.random()));
    };
  };
  const onVisibility = (): void => (document.hidden ? close() : open());
  document.addEventListener("visibilitychange", onVisibility);
  open();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    close();
  };
}
