import { useTranslations } from "next-intl";
import { useSeatOffer } from "@/components/room/family/use-seat-offer";
import { useRoomScene } from "@/components/room/room-context";
import { useNotice } from "@/components/room/session/use-notice";
import { useOffer } from "@/components/room/stage/use-offer";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { roomActs } from "@/lib/client/room/room-acts";
import { roomSession } from "@/lib/client/room/room-session";
import type { SeatOfferView } from "@/lib/wire/family/views";
import type { OfferView } from "@/lib/wire/stage/views";

/** What waits for an answer, on the bar's upper edge so that the bar itself does not move; said to screen readers as it comes. */
export function BarNotices() {
  const notice = useNotice();
  const { offer, seatOffer } = useRoomScene().mine ?? {};
  return (
    <div role="status" data-over-bar className="absolute inset-x-2 bottom-[calc(100%-1px)] flex flex-col gap-px">
      {notice?.act === "sound" && (
        <SoundOff title="soundBlocked" way="turnSoundOn" onHear={() => roomSession().unlockSound()} />
      )}
      {notice?.act === "hear" && <SoundOff title="roomMuted" way="hearAgain" onHear={() => roomActs.muteRoom(false)} />}
      {seatOffer && <SeatOffer key={seatOffer.id} offer={seatOffer} />}
      {offer && <Offer key={offer.id} offer={offer} />}
    </div>
  );
}

const ROW = "flex flex-wrap items-center gap-2 rounded-t-lg border border-b-0 border-light bg-glow px-4 py-2.5";

type SoundOffProps = { title: "soundBlocked" | "roomMuted"; way: "turnSoundOn" | "hearAgain"; onHear: () => void };

function SoundOff({ title, way, onHear }: SoundOffProps) {
  const t = useTranslations("room.notices");
  return (
    <div className={ROW}>
      <p className="min-w-40 flex-1 text-sm">{t(`${title}.title`)}</p>
      <Button look="act" size="small" onClick={onHear}>
        {t(way)}
      </Button>
    </div>
  );
}

/** The invitation to the stage, which would else expire unseen on another page. */
function Offer({ offer }: { offer: OfferView }) {
  const t = useTranslations("room.offer");
  const said = useSaid();
  const { left, isOpen, joining, join, decline } = useOffer(offer);
  if (!isOpen) return null;
  return (
    <div className={ROW} data-testid="bar-offer">
      <p className="written min-w-48 flex-1 leading-tight">
        <span className="font-semibold">{t("title", { name: said(offer.offeredBy) })}</span>
        <span className="block text-xs text-soft" aria-hidden="true">
          {t("secondsLeft", { seconds: left })}
        </span>
      </p>
      <Button look="act" size="small" busy={joining} onClick={join} className="max-xs:flex-1">
        {t("join")}
      </Button>
      <Button size="small" disabled={joining} onClick={decline} className="max-xs:flex-1">
        {t("later")}
      </Button>
    </div>
  );
}

/** A seat kept in another hall. */
function SeatOffer({ offer }: { offer: SeatOfferView }) {
  const t = useTranslations("room.family.seatOffer");
  const { left, isOpen, going, go, stay } = useSeatOffer(offer);
  const { number } = offer.hall;
  if (!isOpen) return null;
  return (
    <div className={ROW} data-testid="bar-seat-offer">
      <p className="min-w-48 flex-1 leading-tight">
        <span className="font-semibold">{number === 0 ? t("main") : t("hall", { number })}</span>
        <span className="block text-xs text-soft" aria-hidden="true">
          {t("left", { seconds: left })}
        </span>
      </p>
      <Button look="act" size="small" busy={going} onClick={() => void go()} className="max-xs:flex-1">
        {t("go")}
      </Button>
      <Button size="small" disabled={going} onClick={stay} className="max-xs:flex-1">
        {t("stay")}
      </Button>
    </div>
  );
}
