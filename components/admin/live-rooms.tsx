import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { NameLink } from "@/components/frame/name-link";
import { Button } from "@/components/ui/button";
import { isolated } from "@/lib/domain/text/isolated";
import type { AdminRoom } from "@/lib/wire/admin/views";

/** Every live room, closed ones too, the fullest first. */
export function LiveRooms({ rooms, onEnd }: { rooms: AdminRoom[]; onEnd: (room: AdminRoom) => void }) {
  const t = useTranslations("admin");
  const common = useTranslations("common");
  const format = useFormatter();
  return (
    <section aria-labelledby="live-rooms">
      <h2 id="live-rooms" className="mb-3 text-xl font-semibold">
        {t("liveRooms")}
      </h2>
      {rooms.length === 0 && <p className="text-soft">{t("noRooms")}</p>}
      <ul className="overflow-hidden rounded-lg border border-line bg-card">
        {rooms.map((room) => (
          <li
            key={room.id}
            data-room={room.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line px-4 py-2.5 not-first:border-t"
          >
            <span className="min-w-0 flex-1 basis-48">
              <Link
                href={`/rooms/${room.id}`}
                dir="auto"
                className="written block truncate font-semibold side-of-parent hover:underline"
              >
                {room.title}
              </Link>
              <span className="written block truncate text-sm text-soft">
                {room.hosts.length === 0 && t("noHost")}
                {room.hosts.map((host, place) => (
                  <Fragment key={host.id}>
                    {place > 0 && common("comma")}
                    <NameLink person={host} />
                  </Fragment>
                ))}
                {room.liveAt &&
                  `${common("comma")}${format.dateTime(new Date(room.liveAt), { dateStyle: "medium", timeStyle: "short" })}`}
              </span>
            </span>
            <span className="text-sm tabular-nums">
              {t("seats", {
                taken: format.number(room.openSeats),
                capacity: format.number(room.capacity),
                stage: room.stageSeats,
              })}
            </span>
            <Button
              size="small"
              look="end"
              onClick={() => onEnd(room)}
              aria-label={t("endNamed", { name: isolated(room.title) })}
            >
              {t("end")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
