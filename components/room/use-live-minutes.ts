import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** Whole minutes since then; null on the server and until the page is awake, whose clock is the reader's. */
export function useLiveMinutes(since: string | null): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now === null || since === null ? null : Math.max(0, Math.floor((now - Date.parse(since)) / MINUTE_MS));
}
