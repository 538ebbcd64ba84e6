import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import type { HallTile } from "@/lib/wire/family/views";
import { CloseHallDialog } from "./close-hall-dialog";
import { HallCard } from "./hall-card";
import { ListeningIn } from "./listening-in";
import { NoticeForm } from "./notice-form";
import { OpenHall } from "./open-hall";
import { SendDialog } from "./send-dialog";
import { StageFirst } from "./stage-first";
import { useHallActs } from "./use-hall-acts";
import { useHalls } from "./use-halls";
import { useListeningIn } from "./use-listening-in";

type Asking = { about: "close" | "send"; hall: HallTile } | null;

/** The family at a glance, for who leads it: each hall as a tile, and what concerns all of them above. */
export function HallsPanel() {
  const scene = useRoomScene();
  const t = useTranslations("halls");
  const { room, halls: known } = scene.view;
  const { halls, failed, read } = useHalls(room.id, known.map(({ id, openSeats }) => `${id} ${openSeats}`).join());
  const acts = useHallActs(room.id, read);
  const { now, start, stop } = useListeningIn();
  const [asking, setAsking] = useState<Asking>(null);
  const close = (): void => setAsking(null);
  const overflow = halls?.filter(({ number }) => number > 0) ?? [];
  return (
    <section aria-label={t("title")} data-testid="halls" className="flex flex-col gap-5 pb-6">
      <ListeningIn now={now} onStop={stop} />
      <NoticeForm acts={acts} />
      <StageFirst on={room.stageFirst} acts={acts} />
      {halls === null && !failed && (
        <p className="flex items-center gap-3 text-soft">
          <Spinner />
          {t("reading")}
        </p>
      )}
      {failed && (
        <div
          role="alert"
          className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-stop-wash px-4 py-3"
        >
          <p className="text-sm">{t("failed")}</p>
          <Button size="small" onClick={() => void read()}>
            {t("again")}
          </Button>
        </div>
      )}
      {halls && (
        <ul className="flex flex-col gap-3">
          {halls.map((hall) => (
            <HallCard
              key={hall.id}
              hall={hall}
              listening={now?.id === hall.id}
              onListen={() => (now?.id === hall.id ? stop() : start(hall))}
              onSend={() => setAsking({ about: "send", hall })}
              onClose={() => setAsking({ about: "close", hall })}
            />
          ))}
        </ul>
      )}
      {halls && overflow.length === 0 && <p className="text-sm text-soft">{t("none")}</p>}
      {room.overflowRooms > 0 && <OpenHall language={room.language} acts={acts} />}
      {asking && <CloseHallDialog hall={asking.hall} open={asking.about === "close"} onClose={close} acts={acts} />}
      {asking && halls && (
        <SendDialog hall={asking.hall} halls={halls} open={asking.about === "send"} onClose={close} acts={acts} />
      )}
    </section>
  );
}
