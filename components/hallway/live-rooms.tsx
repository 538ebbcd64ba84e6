"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { RoomCard as Card } from "@/lib/wire/hallway/views";
import { RoomCard } from "./room-card";
import { useHallway } from "./use-hallway";

/** The live rooms. Figures move by themselves; the order waits while somebody looks, who may be about to tap. */
export function LiveRooms({ initial }: { initial: Card[] }) {
  const t = useTranslations("hallway");
  const { rooms, newCount, connected, showNew } = useHallway(initial);
  return (
    <>
      {/* Without height, so that what it says moves no card. */}
      <div role="status" className="sticky top-8 z-10 flex h-0 items-center justify-center gap-3">
        {!connected && (
          <p className="animate-rise rounded-full bg-raised px-4 py-2.5 text-sm shadow-float">{t("disconnected")}</p>
        )}
        {newCount > 0 && (
          <Button look="act" size="small" onClick={showNew} className="animate-rise shadow-float">
            {t("newRooms", { count: newCount })}
          </Button>
        )}
      </div>
      <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
        {rooms.map((card, place) => (
          <RoomCard key={card.id} card={card} big={place === 0} />
        ))}
      </ul>
    </>
  );
}
