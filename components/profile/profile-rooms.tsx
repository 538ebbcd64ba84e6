import Link from "next/link";
import { useTranslations } from "next-intl";
import { UpcomingRoom } from "@/components/hallway/upcoming-room";
import { LiveBadge } from "@/components/ui/live-badge";
import type { PersonProfile } from "@/lib/wire/people/views";

/** Where somebody is now, and which rooms of theirs are live. */
export function LiveNow({ person: { liveRoom, liveRooms } }: { person: PersonProfile }) {
  const t = useTranslations("profile");
  const others = liveRooms.filter(({ id }) => id !== liveRoom?.id);
  return (
    <>
      {liveRoom && <LiveLink room={liveRoom} words={liveRoom.role === "listener" ? t("listening") : t("onStage")} />}
      {others.map((room) => (
        <LiveLink key={room.id} room={room} words={t("liveRoom")} />
      ))}
    </>
  );
}

function LiveLink({ room, words }: { room: { id: string; title: string }; words: string }) {
  return (
    <Link
      href={`/rooms/${room.id}`}
      prefetch={false}
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-glow px-4 py-3 hover:underline"
    >
      <LiveBadge>{words}</LiveBadge>
      <bdi className="written min-w-0 font-semibold">{room.title}</bdi>
    </Link>
  );
}

/** The next episodes of somebody's shows. */
export function Episodes({ episodes }: Pick<PersonProfile, "episodes">) {
  const t = useTranslations("profile");
  if (episodes.length === 0) return null;
  return (
    <section aria-labelledby="episodes" className="border-t border-line pt-5">
      <h2 id="episodes" className="mb-2 font-semibold">
        {t("episodes")}
      </h2>
      <ul>
        {episodes.map((room) => (
          <UpcomingRoom key={room.id} room={room} show={room.show} noDate={t("noDate")} className="py-2" />
        ))}
      </ul>
    </section>
  );
}
