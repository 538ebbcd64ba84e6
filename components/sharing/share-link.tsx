import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { QrDetails } from "./qr-details";
import { useShareLink } from "./use-share-link";

type ShareLinkProps = {
  url: string;
  title: string;
  /** The accessible name of the box. */
  label: string;
  /** What a downloaded code is called, without its ending. */
  fileName: string;
};

/** A link, and the ways to hand it on: the system's own sheet, a copy, a code for cameras. */
export function ShareLink({ url, title, label, fileName }: ShareLinkProps) {
  const t = useTranslations("sharing");
  const { box, isCopied, error, share, copy } = useShareLink(url, title);
  return (
    <>
      <input
        ref={box}
        readOnly
        dir="ltr"
        value={url}
        aria-label={label}
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
      <p role="status" className="text-sm empty:hidden">
        {error ?? (isCopied ? t("copiedHint") : "")}
      </p>
      <QrDetails url={url} fileName={fileName} />
    </>
  );
}
