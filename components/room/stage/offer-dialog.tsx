import { useTranslations } from "next-intl";
import { useShow } from "@/components/room/open-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import type { OfferView } from "@/lib/wire/stage/views";
import { useOffer } from "./use-offer";

/** The invitation to the stage. Only *Join* moves one, and only then the microphone is asked for. */
export function OfferDialog({ offer }: { offer: OfferView }) {
  const t = useTranslations("room.offer");
  const said = useSaid();
  const sound = useTranslations("sound");
  const show = useShow();
  const { left, isOpen, joining, join, decline } = useOffer(offer);
  return (
    <Dialog open={isOpen} onClose={decline} title={t("title", { name: said(offer.offeredBy) })} closeLabel={t("later")}>
      <p className="text-soft">{t("text")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="act" busy={joining} onClick={join} ref={focusFirst} className="flex-1">
          {t("join")}
        </Button>
        <Button onClick={decline} disabled={joining} className="flex-1">
          {t("later")}
        </Button>
      </div>
      <Button look="quiet" onClick={() => show({ dialog: "sound" })}>
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
