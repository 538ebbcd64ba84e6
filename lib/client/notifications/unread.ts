/** How much of what I am told I have not seen, as far as this page knows. Counted up to 100. */
const MOST = 100;

let count = 0;
const watchers = new Set<() => void>();

/** The number at the bell, and at the app's icon where the browser shows one. */
export const unread = {
  state: (): number => count,
  serverState: (): number => 0,
  watch: (tell: () => void): (() => void) => {
    watchers.add(tell);
    return () => watchers.delete(tell);
  },
  set: (next: number): void => {
    if (next === count) return;
    count = Math.min(next, MOST);
    // Where there is no icon to write on there is nothing to do.
    if ("setAppBadge" in navigator) void navigator.setAppBadge(count).catch(() => {});
    for (const tell of watchers) tell();
  },
};
