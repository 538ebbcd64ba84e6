"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { noteLayersOfPage } from "@/lib/client/browser/layers";

/** Lets Back close what lies over a page; once, in the layout, so that it knows of every change of pages. */
export function WatchLayers() {
  const path = usePathname();
  useEffect(() => {
    if (path) noteLayersOfPage();
  }, [path]);
  return null;
}
