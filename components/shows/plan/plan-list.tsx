import { useFormatter, useTranslations } from "next-intl";
import { EpisodeState } from "@/components/shows/episode-lists";
import type { PlannedEpisodeView } from "@/lib/wire/shows/views";
import { EpisodeActs } from "./episode-acts";

type PlanListProps = { episodes: readonly PlannedEpisodeView[]; mayPublish: boolean };

/** A show's episodes to come with what one does about each, in the reader's own zone. */
export function PlanList({ episodes, mayPublish }: PlanListProps) {
  const t = useTranslations("shows");
  if (episodes.length === 0) return <p className="text-soft">{t("noEpisode")}</p>;
  return (
    <ul aria-label={t("nextEpisodes")}>
      {episodes.map((episode) => (
        <Row key={episode.id} episode={episode} mayPublish={mayPublish} />
      ))}
    </ul>
  );
}

function Row({ episode, mayPublish }: { episode: PlannedEpisodeView; mayPublish: boolean }) {
  const t = useTranslations("shows");
  const format = useFormatter();
  const { id, title, language, scheduledFor, cancelled, occurrence, own, status } = episode;
  return (
    <li
      id={`episode-${id}`}
      className="flex scroll-mt-6 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3"
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-semibold tabular-nums">
          {scheduledFor ? (
            <time dateTime={scheduledFor}>
              {format.dateTime(new Date(scheduledFor), { dateStyle: "full", timeStyle: "short", hourCycle: "h23" })}
            </time>
          ) : (
            t("noHour")
          )}
        </p>
        <p lang={language} dir="auto" className="written side-of-parent">
          {title}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          <EpisodeState episode={episode} />
          <span>{t(occurrence === null ? "byHand" : own ? "own" : "byRhythm")}</span>
          {cancelled?.reason && <bdi className="written">{cancelled.reason}</bdi>}
        </p>
      </div>
      {status === "scheduled" && <EpisodeActs episode={episode} mayPublish={mayPublish} />}
    </li>
  );
}
