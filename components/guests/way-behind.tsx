import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";

type WayBehindProps = { roomId: string; opensAt: string | null; isLive: boolean };

/** Browsers count no longer in one piece. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** The way behind the stage, or when it opens; into the live room once it is. */
export function WayBehind({ roomId, opensAt, isLive }: WayBehindProps) {
  const t = useTranslations("guests.invitation");
  const format = useFormatter();
  const isOpen = useHasCome(opensAt) || isLive;
  if (isOpen) {
    return (
      <div>
        <Link href={`/rooms/${roomId}`} className={buttonClass("act", "large")}>
          {t(isLive ? "toRoom" : "goBackstage")}
        </Link>
        <p className="mt-2 text-sm text-soft">{t(isLive ? "toRoomText" : "goBackstageText")}</p>
      </div>
    );
  }
  const at = opensAt && format.dateTime(new Date(opensAt), { dateStyle: "full", timeStyle: "short", hourCycle: "h23" });
  return <p>{t("opensAt", { at: at ?? "" })}</p>;
}

/** Whether that moment is past, by the reader's clock; on the server it is not. */
function useHasCome(at: string | null): boolean {
  const [hasCome, setHasCome] = useState(at === null);
  useEffect(() => {
    const inMs = at === null ? 0 : Date.parse(at) - Date.now();
    if (inMs > LONGEST_MS) return;
    const timer = setTimeout(() => setHasCome(true), Math.max(0, inMs));
    return () => clearTimeout(timer);
  }, [at]);
  return hasCome;
}
