import type { ReactNode } from "react";

/**
 * Where news of the room lies: over the line between its title and its stage, which is kept free for it, so that nothing moves
 * when it comes or goes; at the upper edge of the window once that line is scrolled away.
 */
export function News({ children }: { children: ReactNode }) {
  return (
    <div data-testid="news" className="sticky top-1.5 z-20 h-0">
      <div className="pointer-events-none absolute inset-x-0 top-0 mx-auto sm:top-2 flex max-w-2xl flex-col *:pointer-events-auto">
        {children}
      </div>
    </div>
  );
}
