import { useFormatter, useTranslations } from "next-intl";
import { LiveBadge } from "@/components/ui/live-badge";
import type { RoomDetails } from "@/lib/wire/rooms/views";

/** Live, over, or when it begins by the reader's clock. */
export function RoomState({ room: { status, scheduledFor } }: { room: RoomDetails }) {
  const t = useTranslations("embed");
  const format = useFormatter();
  if (status === "live") return <LiveBadge>{t("live")}</LiveBadge>;
  if (status === "ended" || !scheduledFor) return <span className="text-soft">{t(status)}</span>;
  const at = format.dateTime(new Date(scheduledFor), { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
  return (
    <time dateTime={scheduledFor} suppressHydrationWarning>
      {at}
    </time>
  );
}
