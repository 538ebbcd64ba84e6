"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import type { RoomCard as Card } from "@/lib/wire/views";
import { RoomCard } from "./room-card";
import { useHallway } from "./use-hallway";

/** The live rooms. Figures move by themselves; the order waits while somebody is about to tap. */
export function LiveRooms({ initial }: { initial: Card[] }) {
  const t = useTranslations("hallway");
  const list = useRef<HTMLUListElement>(null);
  const { rooms, newCount, connected, showNew } = useHallway(initial, list);
  return (
    <>
      <div role="status" className="flex min-h-0 flex-col items-center">
        {!connected && <p className="mb-4 rounded-md bg-glow px-4 py-2 text-sm">{t("disconnected")}</p>}
        {newCount > 0 && (
          <Button size="small" onClick={showNew} className="sticky top-2 z-10 mb-4 animate-rise">
            {t("newRooms", { count: newCount })}
          </Button>
        )}
      </div>
      <ul ref={list} className="grid gap-4 md:grid-cols-2">
        {rooms.map((card, place) => (
          <RoomCard key={card.id} card={card} big={place === 0} />
        ))}
      </ul>
    </>
  );
}
