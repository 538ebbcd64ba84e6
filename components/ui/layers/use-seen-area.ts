import { type RefObject, useEffect } from "react";

/**
 * Keeps `--seen-top` and `--seen-height` of an element at what can be seen of the window: some phones lay their keyboard over the
 * page instead of making it smaller. A page that is zoomed in keeps what it had.
 */
export function useSeenArea(element: RefObject<HTMLElement | null>, wanted: boolean): void {
  useEffect(() => {
    const [seen, style] = [window.visualViewport, element.current?.style];
    if (!seen || !style || !wanted) return;
    const measure = (): void => {
      if (Math.abs(seen.scale - 1) > 0.01) return;
      style.setProperty("--seen-top", `${seen.offsetTop}px`);
      style.setProperty("--seen-height", `${seen.height}px`);
    };
    measure();
    seen.addEventListener("resize", measure);
    seen.addEventListener("scroll", measure);
    return () => {
      seen.removeEventListener("resize", measure);
      seen.removeEventListener("scroll", measure);
      style.removeProperty("--seen-top");
      style.removeProperty("--seen-height");
    };
  }, [element, wanted]);
}
