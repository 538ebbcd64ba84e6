"use client";

import Headphones from "lucide-react/icons/headphones";
import Square from "lucide-react/icons/square";
import { useTranslations } from "next-intl";
import { useVolumeWorks } from "@/components/room/sound/use-volume-works";
import { Button, buttonClass } from "@/components/ui/button";
import { SeatsText } from "@/components/ui/seats/seats-text";
import { countRoom } from "@/lib/domain/rooms/room-counts";
import type { RoomView } from "@/lib/wire/rooms/views";
import { EmbedCard } from "./embed-card";
import { EmbedStage } from "./embed-stage";
import { RoomState } from "./room-state";
import { useNotice } from "./use-notice";
import { usePlayer } from "./use-player";
import { VolumeRange } from "./volume-range";

/** A room in another site's frame: what it is, who is on stage, one tap to hear it and one to stop. */
export function EmbedPlayer({ view: initial, mediaUrl }: { view: RoomView; mediaUrl: string }) {
  const player = usePlayer(initial, mediaUrl);
  const { view, phase, canListen, isIn, isBusy, listen, stop, prepare } = player;
  const t = useTranslations("embed");
  const notice = useNotice(player);
  const volumeWorks = useVolumeWorks();
  const { room, main } = view;
  const href = `/rooms/${initial.room.id}`;
  const people = [...(main?.stage ?? []), ...view.stage];
  const counts = countRoom({
    onStage: view.stage.length,
    listening: view.audienceCount,
    openSeats: room.openSeats,
    isOverflow: room.family !== null,
  });
  return (
    <div data-testid="embed" data-state={phase}>
      <EmbedCard href={href} status={<RoomState room={room} />}>
        <h1 className="text-lg font-bold leading-snug">
          <a href={href} target="_blank" rel="noopener" className="hover:underline">
            <bdi lang={room.language} className="written side-of-parent line-clamp-2">
              {room.title}
            </bdi>
          </a>
        </h1>
        {room.status === "live" && <EmbedStage people={people} />}
        <p aria-live="polite" className="text-sm empty:hidden" data-testid="embed-notice">
          {notice}
        </p>
        <div className="mt-auto flex flex-wrap items-center gap-x-5 gap-y-2">
          {isIn && (
            <Button onClick={stop}>
              <Square className="size-4" aria-hidden="true" />
              {t("stop")}
            </Button>
          )}
          {!isIn && canListen && (
            <Button look="act" busy={isBusy} onClick={listen} onPointerEnter={prepare} onFocus={prepare}>
              {!isBusy && <Headphones className="size-5" aria-hidden="true" />}
              {t(isBusy ? "comingIn" : "listen")}
            </Button>
          )}
          {!canListen && (
            <a href={href} target="_blank" rel="noopener" className={buttonClass("act")}>
              {t("open")}
            </a>
          )}
          {player.isBlocked && (
            <Button look="act" onClick={player.unlock}>
              {t("turnSoundOn")}
            </Button>
          )}
          {isIn && volumeWorks && <VolumeRange />}
        </div>
        {room.status === "live" && (
          <p className="text-xs text-soft">
            <SeatsText counts={counts} capacity={room.capacity} />
          </p>
        )}
      </EmbedCard>
    </div>
  );
}
