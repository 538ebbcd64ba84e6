import Link from "next/link";
import { useFormatter, useNow, useTimeZone, useTranslations } from "next-intl";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Tag } from "@/components/ui/tag";
import { EVENINGS, eveningOf } from "@/lib/domain/shows/evening";
import { apart } from "@/lib/domain/text/isolated";
import type { AnnouncedEpisode } from "@/lib/wire/shows/views";

const FACES = 3;

type AnnouncedListProps = {
  episodes: readonly AnnouncedEpisode[];
  /** Below which heading it stands. */
  level: "h2" | "h3";
};

/** What is announced: today, this week, later, by the reader's clock; in each whom the reader follows first. */
export function AnnouncedList({ episodes, level: Heading }: AnnouncedListProps) {
  const t = useTranslations("shows");
  const [now, zone] = [useNow(), useTimeZone() ?? "UTC"];
  const parts = EVENINGS.map((evening) => ({
    evening,
    rooms: episodes
      .filter(({ scheduledFor }) => (scheduledFor ? eveningOf(new Date(scheduledFor), now, zone) : "later") === evening)
      .toSorted((one, other) => Number(other.followed) - Number(one.followed)),
  })).filter(({ rooms }) => rooms.length > 0);
  return (
    <div className="flex flex-col gap-6">
      {parts.map(({ evening, rooms }) => (
        <section key={evening} aria-label={t(`evenings.${evening}`)}>
          <Heading className="pb-2 text-sm font-semibold text-soft">{t(`evenings.${evening}`)}</Heading>
          <ul>
            {rooms.map((room) => (
              <Announced key={room.id} room={room} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Announced({ room }: { room: AnnouncedEpisode }) {
  const t = useTranslations("shows");
  const kinds = useTranslations("hallway.kinds");
  const common = useTranslations("common");
  const { hosts, show } = room;
  return (
    <li className="relative grid grid-cols-[4.75rem_1fr] gap-3 border-t border-line py-3">
      <span className="text-sm">
        {room.scheduledFor ? <When at={room.scheduledFor} /> : <span className="text-soft">{t("noHour")}</span>}
      </span>
      <div className="min-w-0">
        <Link
          href={`/rooms/${room.id}`}
          prefetch={false}
          lang={room.language}
          className="written font-semibold after:absolute after:inset-0 hover:underline"
        >
          <bdi>{show?.title ?? room.title}</bdi>
        </Link>
        {show && show.title !== room.title && (
          <p lang={room.language} dir="auto" className="written text-sm text-soft side-of-parent">
            {room.title}
          </p>
        )}
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
          <span className="flex shrink-0 ps-0.5">
            {hosts.slice(0, FACES).map((person) => (
              <Portrait key={person.id} person={person} className="-me-1 size-6 outline-2 outline-paper" />
            ))}
          </span>
          <span className="written min-w-0">
            {hosts
              .slice(0, FACES)
              .map(({ name }) => apart(name))
              .join(common("comma"))}
          </span>
          {room.kind !== "open" && <Tag>{kinds(room.kind)}</Tag>}
        </p>
      </div>
    </li>
  );
}

/** The hour, and the date whenever that is not today. */
function When({ at }: { at: string }) {
  const format = useFormatter();
  const begins = new Date(at);
  const day = (moment: Date): string => format.dateTime(moment, { dateStyle: "short" });
  const isToday = day(begins) === day(useNow());
  return (
    <time dateTime={at} className="text-base font-semibold">
      {format.dateTime(begins, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
      {!isToday && (
        <span className="block text-xs font-normal text-soft">
          {format.dateTime(begins, { weekday: "short", day: "numeric", month: "short" })}
        </span>
      )}
    </time>
  );
}
