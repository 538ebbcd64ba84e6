import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/**
 * Keeps a list at its end while its reader is there, and says whether they are: false also while the list is not shown.
 * `list` scrolls, `end` is its last element; `length` changes with what is in it.
 */
export function useEndInView(
  list: RefObject<HTMLElement | null>,
  end: RefObject<HTMLElement | null>,
  length: string,
): { atEnd: boolean; toEnd: () => void } {
  const [atEnd, setAtEnd] = useState(false);
  const stays = useRef(true);
  const toEnd = (): void => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
  };
  const drawn = useRef("");
  useLayoutEffect(() => {
    const element = list.current;
    if (drawn.current === length) return;
    drawn.current = length;
    if (stays.current && element) element.scrollTop = element.scrollHeight;
  }, [list, length]);
  useEffect(() => {
    const [root, target] = [list.current, end.current];
    if (!root || !target) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        const seen = entry?.isIntersecting ?? false;
        setAtEnd(seen);
        // A list that is not shown has not been scrolled away from.
        if (root.clientHeight > 0) stays.current = seen;
      },
      { root, rootMargin: "0px 0px 48px 0px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [list, end]);
  return { atEnd, toEnd };
}
