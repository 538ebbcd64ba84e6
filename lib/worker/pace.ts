const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Source: mechanics, announcements ("at most four messages a second a room in all"). */
const MAX_A_SECOND = 4;
const SECOND_MS = 1_000;

/** Lets four through in any second; whoever comes too early waits. One caller at a time. */
export function openPace(): () => Promise<void> {
  const passed: number[] = [];
  return async () => {
    const fourthLast = passed.length === MAX_A_SECOND ? passed.shift() : undefined;
    const waitMs = fourthLast === undefined ? 0 : fourthLast + SECOND_MS - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    passed.push(performance.now());
  };
}
