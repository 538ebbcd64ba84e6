import { useEffect, useState } from "react";
import { OFFER_TTL_MS } from "@/lib/domain/stage/offer";
import { useSecondsUntil } from "./use-seconds-until";

/**
 * Whole seconds until then, counted down. A clock that runs wrong here must not hide an offer that just came:
 * more than a whole offer's time, or none at all, is counted from now.
 */
export function useSecondsLeft(until: string): number {
  const [end, setEnd] = useState(Number.POSITIVE_INFINITY);
  useEffect(() => {
    const ahead = Date.parse(until) - Date.now();
    setEnd(Date.now() + (ahead > 0 && ahead <= OFFER_TTL_MS ? ahead : OFFER_TTL_MS));
  }, [until]);
  return useSecondsUntil(end, OFFER_TTL_MS);
}
