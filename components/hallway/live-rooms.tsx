"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { lazily } from "@/components/ui/lazily";
import { Spinner } from "@/components/ui/spinner";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { RoomPage } from "@/lib/wire/hallway/views";
import { RoomCard } from "./room-card";
import { useHallway } from "./use-hallway";

const HideRoom = lazily(async () => (await import("./hide-room")).HideRoom);
const FoldedRooms = lazily(async () => (await import("./folded-rooms")).FoldedRooms);

/** `children`: what stands where no room does. */
type LiveRoomsProps = { initial: RoomPage; filter: HallwayFilter; isMember: boolean; children: ReactNode };

/** The live rooms. Figures move by themselves; the order waits while somebody looks, who may be about to tap. */
export function LiveRooms({ initial, filter, isMember, children }: LiveRoomsProps) {
  const t = useTranslations("hallway");
  const { rooms, hasMore, isReading, newCount, connected, showMore, showNew, takeAway, putBack } = useHallway(
    initial,
    filter,
  );
  const [isUnfolded, setUnfolded] = useState(false);
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
      {rooms.length === 0 && children}
      <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
        {rooms.map((card, place) => (
          <RoomCard key={card.id} card={card} big={place === 0}>
            {isMember && (
              <Suspense fallback={<span className="size-11" />}>
                <HideRoom card={card} away={() => takeAway(card.id)} back={() => putBack(card, place)} />
              </Suspense>
            )}
          </RoomCard>
        ))}
      </ul>
      {hasMore && (
        <Button className="mt-6 w-full" busy={isReading} onClick={showMore}>
          {t("more")}
        </Button>
      )}
      {initial.folded > 0 && (
        <div className="mt-6">
          <Button
            look="quiet"
            size="small"
            className="-mx-3.5 text-soft"
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {t("folded", { count: initial.folded })}
          </Button>
          {isUnfolded && (
            <Suspense fallback={<Spinner />}>
              <FoldedRooms filter={filter} />
            </Suspense>
          )}
        </div>
      )}
    </>
  );
}
