"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { watchHallway } from "@/lib/client/hallway/watch-hallway";
import type { RoomCard } from "@/lib/wire/hallway/views";
import { applyPulse, applyRooms, newRooms, showWaiting, withoutRooms } from "./hallway-cards";

/** After the last touch or scroll people are still reading, and about to tap. */
const STILL_AFTER_TOUCH_MS = 4_000;

/** The cards of the hallway as they live. `list` is where a pointer, a finger or the focus keeps everything in its place. */
export function useHallway(rooms: RoomCard[], list: RefObject<HTMLElement | null>) {
  const [cards, setCards] = useState({ shown: rooms, waiting: null as RoomCard[] | null });
  const [connected, setConnected] = useState(true);
  const newest = useRef(cards);
  newest.current = cards;
  const isStill = useStillness(list);

  useEffect(() => setCards({ shown: rooms, waiting: null }), [rooms]);

  useEffect(() => {
    const watch = watchHallway({
      pulse: (pulse) => {
        const next = applyPulse(withoutRooms(newest.current, pulse.gone ?? []), pulse.rooms);
        setCards(next.cards);
        if (next.stale) watch.reread();
      },
      rooms: (fresh) => setCards((now) => applyRooms(now, fresh, isStill())),
      connected: setConnected,
    });
    return watch.stop;
  }, [isStill]);

  return { rooms: cards.shown, newCount: newRooms(cards), connected, showNew: () => setCards(showWaiting) };
}

/** Whether somebody points at, touches or has the focus in the list now. */
function useStillness(list: RefObject<HTMLElement | null>): () => boolean {
  const touchedAt = useRef(0);
  useEffect(() => {
    const touched = () => {
      touchedAt.current = Date.now();
    };
    const kinds = ["touchstart", "scroll", "wheel"] as const;
    for (const kind of kinds) window.addEventListener(kind, touched, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, touched);
    };
  }, []);
  const isStill = useRef(() => {
    const inside = list.current?.matches(":hover, :focus-within") ?? false;
    return inside || Date.now() - touchedAt.current < STILL_AFTER_TOUCH_MS;
  });
  return isStill.current;
}
