"use client";

import { useEffect, useRef, useState } from "react";
import { watchHallway } from "@/lib/client/hallway/watch-hallway";
import type { RoomCard } from "@/lib/wire/hallway/views";
import { applyPulse, applyRooms, newRooms, showWaiting, withoutRooms } from "./hallway-cards";

/** The cards of the hallway as they change. While a visitor looks, all of them keep their places: what is new waits for a tap. */
export function useHallway(rooms: RoomCard[]) {
  const [cards, setCards] = useState({ shown: rooms, waiting: null as RoomCard[] | null });
  const [connected, setConnected] = useState(true);
  const newest = useRef(cards);
  newest.current = cards;

  useEffect(() => setCards({ shown: rooms, waiting: null }), [rooms]);

  useEffect(() => {
    const watch = watchHallway({
      pulse: (pulse) => {
        const next = applyPulse(withoutRooms(newest.current, pulse.gone ?? []), pulse.rooms);
        setCards(next.cards);
        if (next.stale) watch.reread();
      },
      rooms: (fresh) => setCards((now) => applyRooms(now, fresh, !document.hidden)),
      connected: setConnected,
    });
    return watch.stop;
  }, []);

  return { rooms: cards.shown, newCount: newRooms(cards), connected, showNew: () => setCards(showWaiting) };
}
