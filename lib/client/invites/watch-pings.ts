import type { PingView } from "@/lib/wire/invites/views";
import { pingsApi } from "./pings-api";

/** Reopening after a refusal is spread, so that a server that comes back is not met by everyone at once. */
const REOPEN_AFTER_MS = 15_000;

/** Tells of the calls that wait for me, now and whenever they change, while the page is in view. Returns what ends it. */
export function watchPings(tell: (pings: PingView[]) => void): () => void {
  let events: EventSource | null = null;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  const read = async (): Promise<void> => {
    const answer = await pingsApi.readPings();
    if (answer.ok) tell(answer.value.pings);
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
    source.onmessage = () => void read();
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
