import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { SeatArc } from "@/components/ui/seats/seat-arc";
import { Tag } from "@/components/ui/tag";
import type { RoomDetails } from "@/lib/wire/rooms/views";

/** A room without sound: over, or not yet begun. Says which, when, and where to go instead. */
export function QuietRoom({ room }: { room: RoomDetails }) {
  const t = useTranslations("hallway.quiet");
  const common = useTranslations("common");
  const format = useFormatter();
  const ended = room.status === "ended";
  const time = ended ? room.endedAt : room.scheduledFor;
  const at = time && format.dateTime(new Date(time), { dateStyle: "full", timeStyle: "short", hourCycle: "h23" });
  return (
    <div className="flex flex-col items-center gap-4 pt-6 text-center">
      <SeatArc taken={0} capacity={1} stage={0} rows={7} className="mb-2 w-64 max-w-full" />
      <p className="flex flex-wrap items-center justify-center gap-2.5 text-sm font-semibold text-soft">
        {ended ? t("endedTitle") : t("scheduledTitle")}
        {room.show && <Tag>{room.show.title}</Tag>}
        {room.club && (
          <Link href={`/clubs/${room.club.handle}`} className="hover:underline">
            <Tag>{room.club.name}</Tag>
          </Link>
        )}
      </p>
      <h1 lang={room.language} dir="auto" className="written max-w-full text-3xl font-bold md:text-4xl">
        {room.title}
      </h1>
      {room.description && (
        <p lang={room.language} dir="auto" className="written max-w-prose whitespace-pre-line text-soft">
          {room.description}
        </p>
      )}
      <p>{at ? t(ended ? "endedAt" : "scheduledFor", { at }) : !ended && t("soon")}</p>
      <Link href="/" className={buttonClass("act")}>
        {common("toHallway")}
      </Link>
    </div>
  );
}
