import { waitOrOnline } from "./wait-or-online";

/** Resolves after that many milliseconds, or at once when the network is back, or when somebody looks at the page again: browsers let a hidden page oversleep. */
export async function waitUntilSeen(ms: number): Promise<void> {
  const seen = new AbortController();
  const looked = new Promise<void>((resolve) => {
    const look = (): void => {
      if (document.visibilityState === "visible") resolve();
    };
    document.addEventListener("visibilitychange", look, { signal: seen.signal });
  });
  await Promise.race([waitOrOnline(ms), looked]);
  seen.abort();
}
