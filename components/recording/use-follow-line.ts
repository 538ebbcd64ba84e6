import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** A line of the moment stands so far down in its list. */
const PLACE = 0.35;

/** Rounding, where a page is zoomed. */
const SLACK_PX = 3;

/**
 * Keeps the marked line of a list in view until its reader scrolls. `list` scrolls; the line carries `aria-current`. `drawn` changes with what
 * is in the list or marked in it.
 */
export function useFollowLine(list: RefObject<HTMLElement | null>, drawn: string) {
  const [follows, setFollows] = useState(true);
  /** Where we left it: what is elsewhere was scrolled there by somebody. */
  const left = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what changed that moves the list.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const line = element.querySelector<HTMLElement>("[aria-current]");
    // The list alone: the page stays where its reader has it.
    if (follows && line) element.scrollTop = line.offsetTop - element.clientHeight * PLACE;
    left.current = element.scrollTop;
  }, [list, drawn, follows]);
  const onScroll = (): void => {
    const element = list.current;
    if (element && Math.abs(element.scrollTop - left.current) > SLACK_PX) setFollows(false);
  };
  return { follows, onScroll, follow: () => setFollows(true) };
}
