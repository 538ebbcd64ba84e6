import { useTranslations } from "next-intl";
import { RoomCard } from "@/components/hallway/room-card";
import { UpcomingRoom } from "@/components/hallway/upcoming-room";
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
  return (
    <section aria-labelledby="upcoming" className="mt-10">
      <h2 id="upcoming" className="mb-2 text-xl font-bold">
        {t("upcoming")}
      </h2>
      <ul>
        {rooms.map((room) => (
          <UpcomingRoom
            key={room.id}
            room={room}
            show={room.show?.title ?? null}
            noDate={t("noDate")}
            className="border-t border-line py-3"
          >
            {room.kind !== "open" && <Tag>{kinds(room.kind)}</Tag>}
          </UpcomingRoom>
        ))}
      </ul>
    </section>
  );
}
