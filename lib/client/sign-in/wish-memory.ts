const KEY = "plenum-wish";

/** What a guest was about to do in a room when they were sent to sign in. */
type Wish = "hand" | "chat";

/** Kept in the tab's own storage and in no address, so that nobody's link can raise another's hand. */
export const wishMemory = {
  keep(roomId: string, wish: Wish): void {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ roomId, wish }));
    } catch {
      // Without storage they tap once more.
    }
  },
  /** Answers the wish for that room, once; whatever else was kept is forgotten. */
  take(roomId: string): Wish | null {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
      sessionStorage.removeItem(KEY);
      return kept?.roomId === roomId ? kept.wish : null;
    } catch {
      return null;
    }
  },
};
