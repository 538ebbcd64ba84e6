import { useEffect, useState } from "react";

/** Browsers count no longer in one piece; whoever keeps a page open for days loads it anew. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** Whether so much time has passed since the server wrote the page. A device's own clock may be wrong, and is not asked. */
export function useHasCome(inMs: number): boolean {
  const [hasCome, setHasCome] = useState(inMs <= 0);
  useEffect(() => {
    if (inMs > LONGEST_MS) return;
    const timer = setTimeout(() => setHasCome(true), Math.max(0, inMs));
    return () => clearTimeout(timer);
  }, [inMs]);
  return hasCome;
}
