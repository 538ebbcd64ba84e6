import Link from "next/link";
import { useFormatter, useNow, useTranslations } from "next-intl";
import type { RoomCard } from "@/lib/wire/hallway/views";

/** What comes next, by the reader's clock; with its date where that is not today. */
export function Announced({ rooms }: { rooms: RoomCard[] }) {
  const t = useTranslations("hallway");
  const format = useFormatter();
  const today = format.dateTime(useNow(), { dateStyle: "short" });
  return (
    <section>
      <h2 className="pb-3 text-sm font-semibold text-soft">{t("announced")}</h2>
      {rooms.length === 0 && <p className="border-t border-line py-3 text-sm text-soft">{t("nothingAnnounced")}</p>}
      <ul>
        {rooms.map((room) => (
          <li key={room.id} className="relative grid grid-cols-[4.5rem_1fr] gap-3 border-t border-line py-3">
            {room.scheduledFor && (
              <time dateTime={room.scheduledFor} className="font-semibold">
                {format.dateTime(new Date(room.scheduledFor), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
                {format.dateTime(new Date(room.scheduledFor), { dateStyle: "short" }) !== today && (
                  <span className="block text-xs font-normal text-soft">
                    {format.dateTime(new Date(room.scheduledFor), { weekday: "short", day: "numeric", month: "short" })}
                  </span>
                )}
              </time>
            )}
            <div className="written col-start-2 min-w-0" lang={room.language}>
              <Link
                href={`/rooms/${room.id}`}
                prefetch={false}
                className="font-semibold after:absolute after:inset-0 hover:underline"
              >
                <bdi>{room.show?.title ?? room.title}</bdi>
              </Link>
              {room.show && (
                <p dir="auto" className="written text-sm text-soft side-of-parent">
                  {room.title}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
