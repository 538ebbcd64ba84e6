import Image from "next/image";
import { useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Dialog } from "@/components/ui/layers/dialog";
import type { RoomDetails } from "@/lib/wire/rooms/views";
import { useShare } from "./use-share";

/** The room's link, what it looks like where it is sent, who can come in by it, and the ways to hand it on. */
export default function ShareDialog({ onClose }: { onClose: () => void }) {
  const { view, may } = useRoomScene();
  const { room } = view;
  const t = useTranslations("sharing");
  const common = useTranslations("common");
  const { url, box, isCopied, busy, error, share, copy, makeInvite, isInvite } = useShare(room);
  const asksFirst = room.kind === "closed" && may("inviteByLink") && !isInvite;
  return (
    <Dialog open onClose={onClose} title={t("title")} closeLabel={common("close")}>
      <Image
        src={`/rooms/${room.id}/card.png`}
        alt=""
        width={1200}
        height={630}
        className="h-auto w-full rounded-lg border border-line bg-paper"
      />
      <p className="text-soft">{t(whoComesIn(room, isInvite))}</p>
      {asksFirst ? (
        <Button look="act" busy={busy} onClick={makeInvite}>
          {t("makeInvite")}
        </Button>
      ) : (
        <>
          <input
            ref={box}
            readOnly
            dir="ltr"
            value={url}
            aria-label={t("link")}
            onFocus={(event) => event.currentTarget.select()}
            className={`${controlClass} text-sm!`}
          />
          <div className="flex flex-wrap gap-3">
            {share && (
              <Button look="act" onClick={share} className="flex-1">
                {t("send")}
              </Button>
            )}
            <Button look={share ? "plain" : "act"} onClick={copy} className="flex-1">
              {t(isCopied ? "copied" : "copy")}
            </Button>
          </div>
        </>
      )}
      <p role="status" className="text-sm empty:hidden">
        {error ?? (isCopied ? t("copiedHint") : "")}
      </p>
    </Dialog>
  );
}

function whoComesIn({ kind, guestsAllowed }: RoomDetails, isInvite: boolean) {
  if (kind === "closed") return isInvite ? "invited" : "closed";
  if (kind === "social") return "social";
  return guestsAllowed ? "open" : "members";
}
