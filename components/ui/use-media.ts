import { useCallback, useSyncExternalStore } from "react";

/** Narrower than this, what stands beside the page on a desk lies over it. The `lg` of the styles. */
export const NARROW = "(width < 64rem)";

/** Whether a media query holds now; false until the page runs. */
export function useMedia(query: string): boolean {
  const watch = useCallback(
    (tell: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", tell);
      return () => list.removeEventListener("change", tell);
    },
    [query],
  );
  return useSyncExternalStore(
    watch,
    () => matchMedia(query).matches,
    () => false,
  );
}
