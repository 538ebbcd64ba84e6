import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { RoomCard } from "@/components/hallway/room-card";
import { Tag } from "@/components/ui/tag";
import type { RoomCard as Card } from "@/lib/wire/hallway/views";

type ClubRoomsProps = { live: readonly Card[]; upcoming: readonly Card[] };

/** The rooms of a club that the viewer may know of: those that are live, and those that are announced. */
export function ClubRooms({ live, upcoming }: ClubRoomsProps) {
  const t = useTranslations("clubs");
  return (
    <>
      <section aria-labelledby="live" className="mt-10">
        <h2 id="live" className="mb-3 text-xl font-bold">
          {t("liveNow")}
        </h2>
        {live.length === 0 && <p className="text-soft">{t("noneLive")}</p>}
        <ul className="grid gap-4 md:grid-cols-2">
          {live.map((card) => (
            <RoomCard key={card.id} card={card} big={false} />
          ))}
        </ul>
      </section>
      {upcoming.length > 0 && <Upcoming rooms={upcoming} />}
    </>
  );
}

function Upcoming({ rooms }: { rooms: readonly Card[] }) {
  const t = useTranslations("clubs");
  const kinds = useTranslations("hallway.kinds");
  const format = useFormatter();
  return (
    <section aria-labelledby="upcoming" className="mt-10">
      <h2 id="upcoming" className="mb-2 text-xl font-bold">
        {t("upcoming")}
      </h2>
      <ul>
        {rooms.map(({ id, title, show, kind, scheduledFor }) => (
          <li key={id} className="relative flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-t border-line py-3">
            <span className="min-w-36 text-sm tabular-nums text-soft">
              {scheduledFor ? (
                <time dateTime={scheduledFor}>
                  {format.dateTime(new Date(scheduledFor), { dateStyle: "medium", timeStyle: "short" })}
                </time>
              ) : (
                t("noDate")
              )}
            </span>
            <span className="min-w-0 flex-1 basis-52">
              <Link
                href={`/rooms/${id}`}
                prefetch={false}
                className="written block font-medium after:absolute after:inset-0 hover:underline"
              >
                <bdi>{title}</bdi>
              </Link>
              {show && <bdi className="written block text-sm text-soft">{show.title}</bdi>}
            </span>
            {kind !== "open" && <Tag>{kinds(kind)}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  );
}
