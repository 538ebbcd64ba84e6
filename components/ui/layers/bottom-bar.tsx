"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { classes } from "@/components/ui/classes";

type BottomBarProps = {
  children: ReactNode;
  /** On a desk it stands where it is written instead. */
  besideOnDesk?: boolean;
};

/**
 * The strip at the bottom of the window where the thumb is. Nothing shows through it, and the page ends above it: its real height
 * is `--bar` on the root, which pads the page, stops scrolling short of it and lifts what floats (globals.css). `data-over-bar`
 * marks what stands on its upper edge and counts as a part of it.
 */
export function BottomBar({ children, besideOnDesk = false }: BottomBarProps) {
  const strip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (strip.current ? keepHeight(strip.current) : undefined), []);
  return (
    <div
      ref={strip}
      data-testid="bottom-bar"
      className={classes(
        "fixed inset-x-0 bottom-0 z-30 bg-paper px-3 pb-[max(0.5rem,env(safe-area-inset-bottom))] pt-1 tall:sm:pb-4",
        "before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-3 before:bg-linear-to-t before:from-paper before:to-transparent",
        "not-has-[p,button,a]:hidden",
        besideOnDesk && "lg:static lg:z-auto lg:p-0 lg:before:hidden",
      )}
    >
      {children}
    </div>
  );
}

function keepHeight(strip: HTMLElement): () => void {
  const root = document.documentElement;
  const measure = (): void => {
    const isFixed = getComputedStyle(strip).position === "fixed";
    const parts = [strip, ...strip.querySelectorAll("[data-over-bar]")].filter((part) => part.clientHeight > 0);
    const top = Math.min(...parts.map((part) => part.getBoundingClientRect().top));
    const height = isFixed && parts.length > 0 ? strip.getBoundingClientRect().bottom - top : 0;
    root.style.setProperty("--bar", `${Math.ceil(height)}px`);
  };
  const size = new ResizeObserver(measure);
  size.observe(strip);
  for (const part of strip.querySelectorAll("[data-over-bar]")) size.observe(part);
  addEventListener("resize", measure);
  measure();
  return () => {
    size.disconnect();
    removeEventListener("resize", measure);
    root.style.removeProperty("--bar");
  };
}
