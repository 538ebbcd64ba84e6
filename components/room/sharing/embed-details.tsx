import { useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";
import { Disclosure } from "@/components/sharing/disclosure";
import { useCopy } from "@/components/sharing/use-share-link";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { embedHtml } from "@/lib/domain/sharing/embed";

/** The line of HTML by which another website plays the room: its main hall, where people who come to a family are placed. */
export function EmbedDetails() {
  const { room } = useRoomScene().view;
  const t = useTranslations("sharing.embed");
  const html = embedHtml({ origin: location.origin, roomId: room.family?.mainRoomId ?? room.id, title: room.title });
  const { box, isCopied, error, copy } = useCopy(html);
  return (
    <Disclosure title={t("title")}>
      <p className="text-sm text-soft">{t("hint")}</p>
      <input
        ref={box}
        readOnly
        dir="ltr"
        value={html}
        aria-label={t("label")}
        data-testid="embed-code"
        onFocus={(event) => event.currentTarget.select()}
        className={`${controlClass} font-mono text-sm!`}
      />
      <Button onClick={copy}>{t(isCopied ? "copied" : "copy")}</Button>
      <p role="status" className="text-sm empty:hidden">
        {error ?? (isCopied ? t("copiedHint") : "")}
      </p>
    </Disclosure>
  );
}
