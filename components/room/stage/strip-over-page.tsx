import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { NARROW, useMedia } from "@/components/ui/use-media";
import { StageStrip } from "./stage-strip";

/** On a phone the stage stays in view as one line once it is scrolled away: whoever reads the audience sees who speaks. */
export function StripOverPage({ stage }: { stage: RefObject<HTMLElement | null> }) {
  const narrow = useMedia(NARROW);
  const isAway = useIsAbove(stage);
  useLayoutEffect(() => {
    if (!narrow) return;
    const { style } = document.documentElement;
    style.setProperty("--strip", "3.5rem");
    return () => void style.removeProperty("--strip");
  }, [narrow]);
  if (!narrow || !isAway) return null;
  return (
    <div className="fixed inset-x-0 top-0 z-10 flex h-14 items-center border-b border-line bg-paper px-4">
      <StageStrip />
    </div>
  );
}

/** Whether an element was scrolled out of the window at its upper edge. */
function useIsAbove(element: RefObject<HTMLElement | null>): boolean {
  const [isAbove, setAbove] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const watch = new IntersectionObserver(([entry]) => {
      if (entry) setAbove(!entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return isAbove;
}
