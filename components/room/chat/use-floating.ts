import { useEffect, useState } from "react";
import { type Burst, roomReactions } from "@/lib/client/chat/reactions";
import { REACTIONS, type Reaction } from "@/lib/domain/chat/reactions";

/** One reaction on its way up. `from`: where it starts, in hundredths of the width; `count`: how many it stands for. */
export type Floating = { key: number; reaction: Reaction; count: number; from: number; delayMs: number };

/** A room of thousands claps as one: so many of a kind are drawn, and they stand for all. */
const DRAWN_OF_A_KIND = 5;
/** Never more at once, whatever comes. */
const DRAWN_AT_ONCE = 60;
/** The longest way up, with its delay; see `float` in app/globals.css. */
const GONE_AFTER_MS = 3_600;
/** The drawn of one burst start over most of the second until the next. */
const SPREAD_MS = 900;

let lastKey = 0;

/** The reactions that float now. */
export function useFloating(): Floating[] {
  const [floating, setFloating] = useState<Floating[]>([]);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = roomReactions.watch((burst) => {
      const added = draw(burst);
      const keys = new Set(added.map(({ key }) => key));
      setFloating((now) => [...now, ...added].slice(-DRAWN_AT_ONCE));
      const timer = setTimeout(() => {
        timers.delete(timer);
        setFloating((now) => now.filter(({ key }) => !keys.has(key)));
      }, GONE_AFTER_MS);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  return floating;
}

function draw(burst: Burst): Floating[] {
  return REACTIONS.flatMap((reaction) => {
    const count = burst[reaction] ?? 0;
    const drawn = Math.min(count, DRAWN_OF_A_KIND);
    return Array.from({ length: drawn }, (_, index): Floating => {
      const isLast = index === drawn - 1;
      lastKey += 1;
      return {
        key: lastKey,
        reaction,
        count: isLast ? count - drawn + 1 : 1,
        from: 10 + Math.random() * 80,
        delayMs: index === 0 ? 0 : Math.random() * SPREAD_MS,
      };
    });
  });
}
