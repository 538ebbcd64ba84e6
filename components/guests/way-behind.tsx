import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { Opening } from "@/lib/domain/shows/backstage";
import { useHasCome } from "./use-has-come";

type WayBehindProps = { roomId: string; opening: Opening | null; isLive: boolean };

/** The way behind the stage, or when it opens; into the live room once it is. */
export function WayBehind({ roomId, opening, isLive }: WayBehindProps) {
  const t = useTranslations("guests.invitation");
  const format = useFormatter();
  const isOpen = useHasCome(opening?.inMs ?? 0) || isLive;
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
  const at =
    opening && format.dateTime(new Date(opening.at), { dateStyle: "full", timeStyle: "short", hourCycle: "h23" });
  return <p>{t("opensAt", { at: at ?? "" })}</p>;
}
