import { useEffect, useState } from "react";

/** Whole seconds until then, counted down; never more than `mostMs`, since clocks run wrong. */
export function useSecondsUntil(until: string, mostMs: number): number {
  const [left, setLeft] = useState(Math.round(mostMs / 1000));
  useEffect(() => {
    const count = (): void => {
      const ahead = Math.min(mostMs, Math.max(0, Date.parse(until) - Date.now()));
      setLeft(Math.ceil(ahead / 1000));
    };
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [until, mostMs]);
  return left;
}
