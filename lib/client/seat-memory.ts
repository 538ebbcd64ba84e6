const KEY = "plenum-room";

/**
 * The room that this tab sits in, kept in the tab's own storage: a reload comes back into the seat by itself,
 * while a second tab does not take it without being asked. Private windows may refuse storage; then nothing is kept.
 */
export const seatMemory = {
  read(): string | null {
    try {
      return sessionStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  keep(roomId: string): void {
    try {
      sessionStorage.setItem(KEY, roomId);
    } catch {
      // Without storage a reload asks for a tap; nothing else is lost.
    }
  },
  clear(): void {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nothing was kept either.
    }
  },
};
