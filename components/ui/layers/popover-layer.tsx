"use client";

import { useEffect, useState } from "react";
import { useLayer } from "./use-layer";

/** Makes Back close one of the browser's own popovers, which already close on Esc and on a tap elsewhere. `id`: of the popover. */
export function PopoverLayer({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const popover = document.getElementById(id);
    const follow = (event: ToggleEvent): void => setOpen(event.newState === "open");
    popover?.addEventListener("toggle", follow);
    return () => popover?.removeEventListener("toggle", follow);
  }, [id]);
  useLayer(isOpen, () => document.getElementById(id)?.hidePopover());
  return null;
}
