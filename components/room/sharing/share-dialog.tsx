import Image from "next/image";
import { useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";
import { ShareLink } from "@/components/sharing/share-link";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import type { RoomDetails } from "@/lib/wire/rooms/views";
import { EmbedDetails } from "./embed-details";
import { useInviteToShare } from "./use-invite-to-share";

/** The room's link, what it looks like where it is sent, who can come in by it, and the ways to hand it on. */
export default function ShareDialog({ onClose }: { onClose: () => void }) {
  const { view, may } = useRoomScene();
  const { room } = view;
  const t = useTranslations("sharing");
  const common = useTranslations("common");
  // People who come to a family come to its main hall, and are placed there.
  const roomId = room.family?.mainRoomId ?? room.id;
  const { invite, busy, error, makeInvite } = useInviteToShare(roomId);
  const asksFirst = room.kind === "closed" && may("inviteByLink") && invite === null;
  const isForAll = room.kind === "open" && room.guestsAllowed;
  return (
    <Dialog open onClose={onClose} title={t("title")} closeLabel={common("close")}>
      <Image
        src={`/rooms/${room.id}/card.png`}
        alt=""
        width={1200}
        height={630}
        className="h-auto w-full rounded-lg border border-line bg-paper"
      />
      <p className="text-soft">{t(whoComesIn(room, invite !== null))}</p>
      {asksFirst ? (
        <>
          <Button look="act" busy={busy} onClick={makeInvite}>
            {t("makeInvite")}
          </Button>
          <p role="status" className="text-sm empty:hidden">
            {error}
          </p>
        </>
      ) : (
        <ShareLink
          url={invite ?? `${location.origin}/rooms/${roomId}`}
          title={room.title}
          label={t("link")}
          fileName={`plenum-${roomId}`}
        />
      )}
      {isForAll && <EmbedDetails />}
    </Dialog>
  );
}

function whoComesIn({ kind, guestsAllowed }: RoomDetails, isInvite: boolean) {
  if (kind === "closed") return isInvite ? "invited" : "closed";
  if (kind === "members") return isInvite ? "invited" : "clubMembers";
  if (kind === "social") return "social";
  return guestsAllowed ? "open" : "members";
}
