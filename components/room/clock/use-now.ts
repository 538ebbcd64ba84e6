import { useEffect, useState } from "react";

/**
 * The reader's clock in milliseconds, told anew every `everyMs`; while that is null nobody asks, and it stands still. Null on
 * the server and until the page is awake.
 */
export function useNow(everyMs: number | null): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (everyMs === null) return;
    const tell = (): void => setNow(Date.now());
    tell();
    const timer = setInterval(tell, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
