import { pageIdentity } from "@/lib/client/browser/page-identity";
import type { SeatBefore } from "./session-state";

const KEY = "plenum-room";

/** `tapped`: the person is on their way back by a tap of theirs, and so takes the seat from any other page. */
type Memory = { roomId: string; seat: SeatBefore; tapped?: boolean };

/**
 * The room that this tab sits in and the seat it holds there, kept in the tab's own storage: a reload comes back into the
 * seat by itself, while a second tab does not take it without being asked. Private windows may refuse storage; then
 * nothing is kept.
 */
export const seatMemory = {
  read(): Memory | null {
    try {
      return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    } catch {
      return null;
    }
  },
  keep(roomId: string, { id, onStage }: SeatBefore, tapped = false): void {
    if (pageIdentity.isOwn) return;
    const memory = JSON.stringify({ roomId, seat: { id, onStage }, tapped } satisfies Memory);
    try {
      if (sessionStorage.getItem(KEY) !== memory) sessionStorage.setItem(KEY, memory);
    } catch {
      // Without storage a reload asks for a tap; nothing else is lost.
    }
  },
  clear(): void {
    if (pageIdentity.isOwn) return;
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nothing was kept either.
    }
  },
};
