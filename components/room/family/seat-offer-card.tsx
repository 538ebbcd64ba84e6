import { useTranslations } from "next-intl";
import { Banner } from "@/components/room/banner";
import { Button } from "@/components/ui/button";
import type { SeatOfferView } from "@/lib/wire/family/views";
import { useSeatOffer } from "./use-seat-offer";

/** A seat is free in another hall. It waits for an answer, and nobody is moved without one. */
export function SeatOfferCard({ offer }: { offer: SeatOfferView }) {
  const t = useTranslations("room.family.seatOffer");
  const { left, isOpen, going, go, stay } = useSeatOffer(offer);
  if (!isOpen) return null;
  const { number } = offer.hall;
  return (
    <div role="status" data-testid="seat-offer">
      <Banner look="act" title={number === 0 ? t("main") : t("hall", { number })} text={t("text")} brief>
        <span aria-hidden="true" className="self-center pe-2 text-sm tabular-nums text-soft">
          {t("left", { seconds: left })}
        </span>
        <Button look="act" busy={going} onClick={() => void go()}>
          {t("go")}
        </Button>
        <Button disabled={going} onClick={stay}>
          {t("stay")}
        </Button>
      </Banner>
    </div>
  );
}
