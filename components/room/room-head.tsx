import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { LiveBadge } from "@/components/ui/live-badge";
import { Tag } from "@/components/ui/tag";
import { useNow } from "./clock/use-now";
import { RecordingMark } from "./recording/recording-mark";
import { useRoomScene } from "./room-context";
import { ShareButton } from "./sharing/share-button";

const MINUTE_MS = 60_000;

/** What the room is: which hall of its family, live since when, of which show, in which language, under which title. */
export function RoomHead() {
  const { room, halls } = useRoomScene().view;
  const t = useTranslations("room");
  const format = useFormatter();
  const locale = useLocale();
  const { family } = room;
  const total = halls.filter(({ number }) => number > 0).length;
  // Where halls were closed, the numbers of the others go beyond their count.
  const hallOf = family && family.number <= total && total > 1 ? "family.hallOf" : "family.hall";
  const minutes = useLiveMinutes(room.liveAt);
  const language = new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(room.language);
  return (
    <header>
      <div className="flex items-start justify-between gap-4">
        <p className="flex min-h-9 flex-wrap items-center gap-x-2.5 gap-y-1.5 text-sm text-soft">
          {room.status === "live" && (
            <LiveBadge>
              {minutes === null ? t("live") : t("liveFor", { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}
            </LiveBadge>
          )}
          <RecordingMark />
          {room.status === "ended" && <span className="font-semibold">{t("hasEnded")}</span>}
          {room.status === "scheduled" && room.scheduledFor && (
            <span className="font-semibold">
              {t("startsAt", {
                when: format.dateTime(new Date(room.scheduledFor), {
                  dateStyle: "full",
                  timeStyle: "short",
                  hourCycle: "h23",
                }),
              })}
            </span>
          )}
          {room.show && <bdi className="written max-w-full">{room.show.title}</bdi>}
          {room.club && (
            <Link href={`/clubs/${room.club.handle}`} prefetch={false} className="max-w-full hover:underline">
              <bdi className="written">{room.club.name}</bdi>
            </Link>
          )}
          {family && <Tag>{t(hallOf, { number: family.number, total })}</Tag>}
          <Tag>
            <abbr title={language} className="no-underline">
              {room.language.toUpperCase()}
            </abbr>
          </Tag>
          {room.kind !== "open" && <Tag>{t(`kinds.${room.kind}`)}</Tag>}
          {room.topics.map((topic) => (
            <Tag key={topic} lang={room.language}>
              {topic}
            </Tag>
          ))}
        </p>
        {room.status === "live" && <ShareButton />}
      </div>
      <h1
        lang={room.language}
        dir="auto"
        className="written side-of-parent mt-1 text-2xl font-bold xs:text-3xl sm:mt-2 sm:text-4xl [@media(height<30rem)]:mt-0 [@media(height<30rem)]:text-2xl"
      >
        {room.title}
      </h1>
      {room.description && (
        <p
          lang={room.language}
          dir="auto"
          className="written side-of-parent mt-2 max-w-prose whitespace-pre-line text-soft max-sm:mt-1 max-sm:line-clamp-2 max-sm:[@media(height<40rem)]:line-clamp-1 [@media(height<30rem)]:mt-0 [@media(height<30rem)]:line-clamp-1"
        >
          {room.description}
        </p>
      )}
    </header>
  );
}

/** Whole minutes since then; null until the reader's clock is known. */
function useLiveMinutes(since: string | null): number | null {
  const now = useNow(MINUTE_MS / 2);
  return now === null || since === null ? null : Math.max(0, Math.floor((now - Date.parse(since)) / MINUTE_MS));
}
