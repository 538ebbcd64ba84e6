import type { Person } from "./people";

/** Lets a page keep its screen awake, and what it holds for that be counted. Before its first page is opened. */
export async function countWakeLocks({ context }: Person): Promise<void> {
  await context.grantPermissions(["microphone", "screen-wake-lock"]);
  await context.addInitScript(countLocks);
}

/** How many locks keep the person's screen awake. */
export const wakeLocksOf = ({ page }: Person): Promise<number | undefined> =>
  page.evaluate(() => (window as { locksHeld?: () => number }).locksHeld?.());

/** Runs in the page: wake locks are the browser's own; only whether they are still held is written down. */
function countLocks(): void {
  // A page that no site has sent yet has none.
  if (!navigator.wakeLock) return;
  const held = new Set<WakeLockSentinel>();
  const original = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (type) => {
    const lock = await original(type);
    held.add(lock);
    return lock;
  };
  (window as { locksHeld?: () => number }).locksHeld = () => [...held].filter(({ released }) => !released).length;
}
