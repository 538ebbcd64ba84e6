"use client";

import { useEffect } from "react";
import { openLayer } from "@/lib/client/browser/layers";

/**
 * Makes Back close one of the browser's own popovers, which already close on Esc and on a tap elsewhere. `id`: of the popover.
 * The layer opens before the popover is seen: told a moment later, Back in between would leave the page.
 */
export function PopoverLayer({ id }: { id: string }) {
  useEffect(() => {
    const popover = document.getElementById(id);
    if (!popover) return;
    let closeLayer: (() => void) | undefined;
    const follow = ({ newState }: ToggleEvent): void => {
      closeLayer?.();
      closeLayer =
        newState === "open" ? openLayer({ close: () => popover.hidePopover(), closesOnEscape: true }) : undefined;
    };
    popover.addEventListener("beforetoggle", follow);
    return () => {
      popover.removeEventListener("beforetoggle", follow);
      closeLayer?.();
    };
  }, [id]);
  return null;
}
