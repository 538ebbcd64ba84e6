import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { embedHtml } from "@/lib/domain/sharing/embed";
import { Disclosure } from "./disclosure";
import { useCopy } from "./use-share-link";

/** The line of HTML by which another website plays a room. */
export function EmbedDetails({ roomId, title }: { roomId: string; title: string }) {
  const t = useTranslations("sharing.embed");
  const html = embedHtml({ origin: location.origin, roomId, title });
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
