"use client";

import { useEffect, useRef, useState } from "react";
import { readRooms, watchHallway } from "@/lib/client/hallway/watch-hallway";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { RoomCard, RoomPage } from "@/lib/wire/hallway/views";
import {
  applyPulse,
  applyRooms,
  type HallwayCards,
  newRooms,
  showWaiting,
  withMore,
  withoutRooms,
  withRoomBack,
} from "./hallway-cards";

const firstCards = ({ rooms, next }: RoomPage): HallwayCards => ({ shown: rooms, waiting: null, next });

/** The cards of the hallway as they change. While a visitor looks, all of them keep their places: what is new waits for a tap. */
export function useHallway(page: RoomPage, filter: HallwayFilter) {
  const [cards, setCards] = useState(() => firstCards(page));
  const [connected, setConnected] = useState(true);
  const [isReading, setReading] = useState(false);
  const newest = useRef(cards);
  newest.current = cards;

  useEffect(() => setCards(firstCards(page)), [page]);

  const { language, topic } = filter;
  useEffect(() => {
    // Rooms that stand on a page further down: each is asked for once.
    const askedFor = new Set<string>();
    const watch = watchHallway(
      { language, topic },
      {
        pulse: (pulse) => {
          const {
            unknown,
            stale,
            cards: moved,
          } = applyPulse(withoutRooms(newest.current, pulse.gone ?? []), pulse.rooms);
          setCards(moved);
          if (stale || unknown.some((id) => !askedFor.has(id))) watch.reread();
          for (const id of unknown) askedFor.add(id);
        },
        rooms: (fresh) => setCards((now) => applyRooms(now, fresh, !document.hidden)),
        connected: setConnected,
      },
    );
    return watch.stop;
  }, [language, topic]);

  const showMore = async () => {
    setReading(true);
    const answer = await readRooms({ ...filter, after: cards.next ?? undefined });
    setReading(false);
    if (answer.ok) setCards((now) => withMore(now, answer.value));
  };

  return {
    rooms: cards.shown,
    hasMore: cards.next !== null,
    isReading,
    newCount: newRooms(cards),
    connected,
    showMore,
    showNew: () => setCards(showWaiting),
    takeAway: (id: string) => setCards((now) => withoutRooms(now, [id])),
    putBack: (card: RoomCard, place: number) => setCards((now) => withRoomBack(now, card, place)),
  };
}
