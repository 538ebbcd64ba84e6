import type { ReactNode } from "react";

/** The warm light: something is live. The words carry it; the dot only draws the eye. */
export function LiveBadge({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-light-ink">
      <span aria-hidden="true" className="size-2 rounded-full bg-light ring-4 ring-light/25" />
      {children}
    </span>
  );
}
