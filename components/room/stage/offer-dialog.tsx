import { useTranslations } from "next-intl";
import type { Acts } from "@/components/room/use-acts";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import type { OfferView } from "@/lib/wire/stage/views";
import { useOffer } from "./use-offer";

/** The invitation to the stage. Only *Join* moves one, and only then the microphone is asked for. */
export function OfferDialog({ offer, acts, onSound }: { offer: OfferView; acts: Acts; onSound: () => void }) {
  const t = useTranslations("room.offer");
  const sound = useTranslations("sound");
  const { left, isOpen, joining, join, decline } = useOffer(offer, acts);
  return (
    <Dialog open={isOpen} onClose={decline} title={t("title", { name: offer.offeredBy.name })} closeLabel={t("later")}>
      <p className="text-soft">{t("text")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="act" busy={joining} onClick={join} ref={focusFirst} className="flex-1">
          {t("join")}
        </Button>
        <Button onClick={decline} disabled={joining} className="flex-1">
          {t("later")}
        </Button>
      </div>
      <Button look="quiet" onClick={onSound}>
        {sound("checkFirst")}
      </Button>
      <p className="text-sm text-soft" aria-hidden="true">
        {t("secondsLeft", { seconds: left })}
      </p>
    </Dialog>
  );
}

/** The browser's dialog gives the focus to what carries this attribute; React's own autoFocus comes too early for it. */
const focusFirst = (button: HTMLButtonElement | null): void => button?.setAttribute("autofocus", "");
