"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** Closes a popover when one of its links has led somewhere; the layout around it stays. */
export function CloseOnWay({ id }: { id: string }) {
  const path = usePathname();
  useEffect(() => {
    const popover = document.getElementById(id);
    if (path && popover?.matches(":popover-open")) popover.hidePopover();
  }, [id, path]);
  return null;
}
