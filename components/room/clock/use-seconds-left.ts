import { useEffect, useState } from "react";
import { OFFER_TTL_MS } from "@/lib/domain/stage/offer";

/**
 * Whole seconds until then, counted down. A clock that runs wrong here must not hide an offer that just came:
 * more than a whole offer's time, or none at all, is counted from now.
 */
export function useSecondsLeft(until: string): number {
  const [end, setEnd] = useState(0);
  const [left, setLeft] = useState(OFFER_TTL_MS / 1000);
  useEffect(() => {
    const ahead = Date.parse(until) - Date.now();
    setEnd(Date.now() + (ahead > 0 && ahead <= OFFER_TTL_MS ? ahead : OFFER_TTL_MS));
  }, [until]);
  useEffect(() => {
    if (end === 0) return;
    const count = (): void => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [end]);
  return left;
}
