import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { copyText } from "@/components/ui/copy-text";
import { inviteLinksApi } from "@/lib/client/invites/invite-links-api";
import type { RoomDetails } from "@/lib/wire/rooms/views";

/** How many people, and for how long: an evening's guests. The dialog of all links makes others. */
const INVITE = { role: "listener", hours: 24, maxUses: 50 } as const;

/** The link to hand on, and how. `share` undefined: this browser has no sheet for it. */
export function useShare(room: RoomDetails) {
  const t = useTranslations("sharing");
  const sayRefusal = useRefusalText();
  const [invite, setInvite] = useState<string | null>(null);
  const [isCopied, setIsCopied] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  // People who come to a family come to its main hall, and are placed there.
  const url = invite ?? `${location.origin}/rooms/${room.family?.mainRoomId ?? room.id}`;

  const makeInvite = async (): Promise<void> => {
    setBusy(true);
    const answer = await inviteLinksApi.makeInviteLink(room.family?.mainRoomId ?? room.id, INVITE);
    setBusy(false);
    if (!answer.ok) return setError(sayRefusal(answer));
    setError(null);
    setInvite(answer.value.url);
  };
  const copy = async (): Promise<void> => {
    const done = await copyText(url, box.current);
    setIsCopied(done);
    setError(done ? null : t("copyByHand"));
  };
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title: room.title, url });
    } catch (fault) {
      // They closed the sheet, which is an answer too.
      if (!(fault instanceof DOMException && fault.name === "AbortError")) await copy();
    }
  };
  const canShare = typeof navigator.share === "function";
  return {
    url,
    box,
    isCopied,
    busy,
    error,
    makeInvite,
    copy,
    isInvite: invite !== null,
    share: canShare ? share : undefined,
  };
}
