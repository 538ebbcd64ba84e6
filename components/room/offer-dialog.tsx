import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { OfferView } from "@/lib/wire/views";
import type { Acts } from "./use-acts";
import { useSecondsLeft } from "./use-seconds-left";

/** The invitation to the stage. Only *Join* moves one, and only then the microphone is asked for. */
export function OfferDialog({ offer, acts }: { offer: OfferView; acts: Acts }) {
  const t = useTranslations("room.offer");
  const left = useSecondsLeft(offer.expiresAt);
  const [joining, setJoining] = useState(false);
  const [later, setLater] = useState(false);
  const join = async (): Promise<void> => {
    setJoining(true);
    await acts.acceptOffer();
    setJoining(false);
  };
  const decline = (): void => {
    setLater(true);
    if (!joining) void acts.declineOffer();
  };
  return (
    <Dialog
      open={!later && left > 0}
      onClose={decline}
      title={t("title", { name: offer.offeredBy.name })}
      closeLabel={t("later")}
    >
      <p className="text-soft">{t("text")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="act" busy={joining} onClick={join} ref={focusFirst} className="flex-1">
          {t("join")}
        </Button>
        <Button onClick={decline} disabled={joining} className="flex-1">
          {t("later")}
        </Button>
      </div>
      <p className="text-sm text-soft" aria-hidden="true">
        {t("secondsLeft", { seconds: left })}
      </p>
    </Dialog>
  );
}

/** The browser's dialog gives the focus to what carries this attribute; React's own autoFocus comes too early for it. */
const focusFirst = (button: HTMLButtonElement | null): void => button?.setAttribute("autofocus", "");
