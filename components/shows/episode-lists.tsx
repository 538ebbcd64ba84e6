import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LiveBadge } from "@/components/ui/live-badge";
import { Tag } from "@/components/ui/tag";
import type { PlannedEpisodeView, ShowEpisodes } from "@/lib/wire/shows/views";

/** A show's next episodes, those called off among them, and those that were. */
export function EpisodeLists({ episodes: { toCome, past } }: { episodes: ShowEpisodes }) {
  const t = useTranslations("shows");
  return (
    <>
      <section aria-labelledby="next" className="mt-10">
        <h2 id="next" className="mb-2 text-xl font-bold">
          {t("nextEpisodes")}
        </h2>
        {toCome.length === 0 && <p className="text-soft">{t("noEpisode")}</p>}
        <Episodes episodes={toCome} />
      </section>
      <section aria-labelledby="past" className="mt-10">
        <h2 id="past" className="mb-2 text-xl font-bold">
          {t("past")}
        </h2>
        {past.length === 0 && <p className="text-soft">{t("nonePast")}</p>}
        <Episodes episodes={past} />
      </section>
    </>
  );
}

const Episodes = ({ episodes }: { episodes: readonly PlannedEpisodeView[] }) => (
  <ul>
    {episodes.map((one) => (
      <Episode key={one.id} episode={one} />
    ))}
  </ul>
);

function Episode({ episode }: { episode: PlannedEpisodeView }) {
  const t = useTranslations("shows");
  const format = useFormatter();
  const { id, title, language, scheduledFor, cancelled } = episode;
  return (
    <li className="relative flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-t border-line py-3">
      <span className="min-w-44 text-sm tabular-nums">
        {scheduledFor ? (
          <time dateTime={scheduledFor}>
            {format.dateTime(new Date(scheduledFor), {
              weekday: "short",
              day: "numeric",
              month: "short",
              year: "numeric",
              hour: "2-digit",
              minute: "2-digit",
              hourCycle: "h23",
            })}
          </time>
        ) : (
          t("noHour")
        )}
      </span>
      <span className="min-w-0 flex-1 basis-52">
        <Link
          href={`/rooms/${id}`}
          prefetch={false}
          lang={language}
          className="written font-medium after:absolute after:inset-0 hover:underline"
        >
          <bdi>{title}</bdi>
        </Link>
        {cancelled?.reason && (
          <span lang={language} dir="auto" className="written block text-sm text-soft side-of-parent">
            {cancelled.reason}
          </span>
        )}
      </span>
      <EpisodeState episode={episode} />
    </li>
  );
}

/** What is to be said of an episode beside its hour; nothing where all is as planned. */
export function EpisodeState({ episode: { status, isDraft, cancelled } }: { episode: PlannedEpisodeView }) {
  const t = useTranslations("shows");
  if (cancelled) return <span className="text-sm font-semibold text-stop">{t("states.calledOff")}</span>;
  if (status === "live") return <LiveBadge>{t("live")}</LiveBadge>;
  return isDraft ? <Tag>{t("draft")}</Tag> : null;
}
