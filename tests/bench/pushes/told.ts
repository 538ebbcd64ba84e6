import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 60_000;

/** How many came in the busiest second. */
export function busiestSecond(times: readonly number[]): number {
  let from = 0;
  let most = 0;
  for (const [place, time] of times.entries()) {
    while (time - (times[from] ?? time) > 1_000) from++;
    most = Math.max(most, place - from + 1);
  }
  return most;
}

/** Waits until it holds; throws where so many pushes would have been sent long ago. */
export async function untilPushed(
  { count, aSecond }: { count: number; aSecond: number },
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const deadline = performance.now() + (count / aSecond) * 4_000 + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error("the pushes do not come");
    await pause(200);
  }
}
