import { pageIdentity } from "@/lib/client/browser/page-identity";

const KEY = "plenum-line";

type Memory = { roomId: string; ticket: string };

/**
 * The place in line that this tab waits under, in the tab's own storage: a reload goes on waiting by itself. Another tab of
 * the same person finds the same place at the door without it.
 */
export const lineMemory = {
  read(): Memory | null {
    try {
      return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    } catch {
      return null;
    }
  },
  keep(memory: Memory): void {
    if (pageIdentity.isOwn) return;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(memory));
    } catch {
      // Without storage a reload asks for a tap; the place is kept at the door all the same.
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
