import { call, searchOf } from "@/lib/client/call";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { HallwayPulse, RoomPage } from "@/lib/wire/hallway/views";

type OnHallway = {
  pulse: (pulse: HallwayPulse) => void;
  /** The first page, read anew. */
  rooms: (page: RoomPage) => void;
  /** Whether the hallway moves by itself at the moment. */
  connected: (connected: boolean) => void;
};

/** Readings of all hallways of an instance are spread over this time, so that one new room is no flood. */
const SPREAD_MS = 4_000;
const MIN_BETWEEN_READINGS_MS = 5_000;

/** Shorter breaks are nobody's business. */
const SAY_DISCONNECTED_AFTER_MS = 4_000;

/** A page of the live rooms; `folded` for those that are folded away. */
export const readRooms = (asked: HallwayFilter & { after?: string; folded?: "true" }) =>
  call("GET /api/rooms", { asked });

/** Follows the hallway while the page is in view. `reread` asks for its first page soon; `stop` ends it. */
export function watchHallway(filter: HallwayFilter, on: OnHallway): { reread: () => void; stop: () => void } {
  let events: EventSource | null = null;
  let reading: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let readAt = Date.now();
  let opened = false;

  const readSoon = (spreadMs = SPREAD_MS) => {
    if (reading) return;
    const earliest = Math.max(0, readAt + MIN_BETWEEN_READINGS_MS - Date.now());
    reading = setTimeout(read, earliest + Math.random() * spreadMs);
  };
  const read = async () => {
    reading = undefined;
    readAt = Date.now();
    const answer = await readRooms(filter);
    if (answer.ok) on.rooms(answer.value);
  };
  const open = () => {
    if (events || document.hidden) return;
    events = new EventSource(`/api/hallway/events${searchOf(filter)}`);
    events.onopen = () => {
      clearTimeout(silence);
      silence = undefined;
      on.connected(true);
      // What happened while nobody watched is made up for; the very first page is fresh.
      if (opened) readSoon();
      opened = true;
    };
    events.onmessage = (message) => {
      const pulse: HallwayPulse = JSON.parse(message.data);
      on.pulse(pulse);
      if (pulse.reread) readSoon();
    };
    events.onerror = () => {
      silence ??= setTimeout(() => on.connected(false), SAY_DISCONNECTED_AFTER_MS);
      // Refused for good (429, 5xx): the browser does not come back by itself.
      if (events?.readyState === EventSource.CLOSED) setTimeout(reopen, SPREAD_MS + Math.random() * SPREAD_MS);
    };
  };
  const close = () => {
    events?.close();
    events = null;
    clearTimeout(silence);
    silence = undefined;
  };
  const reopen = () => {
    if (!events || stopped) return;
    events.close();
    events = null;
    open();
  };
  const onVisibility = () => (document.hidden ? close() : open());

  let stopped = false;
  document.addEventListener("visibilitychange", onVisibility);
  open();
  return {
    reread: () => readSoon(),
    stop: () => {
      stopped = true;
      document.removeEventListener("visibilitychange", onVisibility);
      clearTimeout(reading);
      close();
    },
  };
}
