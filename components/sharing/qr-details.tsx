import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { type QrCode, qrCodeOf, qrFile } from "@/lib/client/sharing/qr-code";
import { Disclosure } from "./disclosure";

/** A link as a code for cameras, large enough to be read from a wall, and as a file for posters. */
export function QrDetails({ url, fileName }: { url: string; fileName: string }) {
  const t = useTranslations("sharing.qr");
  const [isWanted, setIsWanted] = useState(false);
  const code = useQrCode(isWanted ? url : null);
  return (
    <Disclosure title={t("title")} onOpen={() => setIsWanted(true)}>
      {code === "failed" && <p className="text-sm">{t("failed")}</p>}
      {code === null && (
        <div className="grid aspect-square w-56 max-w-full place-items-center self-center">
          <Spinner />
        </div>
      )}
      {code !== null && code !== "failed" && (
        <>
          <svg
            role="img"
            aria-label={t("label")}
            data-testid="qr"
            viewBox={`0 0 ${code.size} ${code.size}`}
            shapeRendering="crispEdges"
            className="w-56 max-w-full self-center rounded-md"
          >
            <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
            <path fill="#000" d={code.path} />
          </svg>
          <p className="text-sm text-soft">{t("hint")}</p>
          <Button onClick={() => download(code, fileName)}>{t("download")}</Button>
        </>
      )}
    </Disclosure>
  );
}

/** Null until it is there. */
function useQrCode(url: string | null): QrCode | "failed" | null {
  const [made, setMade] = useState<{ url: string; code: QrCode | "failed" } | null>(null);
  useEffect(() => {
    if (url === null) return;
    let isCurrent = true;
    const tell = (code: QrCode | "failed"): void => {
      if (isCurrent) setMade({ url, code });
    };
    qrCodeOf(url).then(tell, () => tell("failed"));
    return () => {
      isCurrent = false;
    };
  }, [url]);
  return made && made.url === url ? made.code : null;
}

function download(code: QrCode, fileName: string): void {
  const address = URL.createObjectURL(qrFile(code));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${fileName}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
