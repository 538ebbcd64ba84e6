import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { EpisodeView } from "@/lib/wire/shows/views";
import { EpisodeTime } from "./episode-time";
import { HostFaces } from "./host-faces";

type EpisodePageProps = {
  episode: EpisodeView;
  /** What one can do about it and what others add: a countdown, coming along, guests, the way behind the stage. */
  children?: ReactNode;
};

/** A planned room before its hour, or one that was called off: what, when, by whom. */
export function EpisodePage({ episode, children }: EpisodePageProps) {
  const t = useTranslations("shows");
  const common = useTranslations("common");
  const { title, description, language, scheduledFor, minutes, cancelled, show, hosts } = episode;
  return (
    <article className="flex flex-col gap-6 pt-6">
      <header className="flex flex-col gap-3">
        <Belongings episode={episode} />
        <h1 lang={language} dir="auto" className="written text-3xl font-bold side-of-parent md:text-4xl">
          {title}
        </h1>
        {scheduledFor ? (
          <EpisodeTime at={scheduledFor} minutes={minutes} zone={show?.zone ?? null} />
        ) : (
          <p className="text-lg">{t("noHour")}</p>
        )}
      </header>
      {cancelled && <CalledOff reason={cancelled.reason} language={language} />}
      {children}
      <HostFaces hosts={hosts} />
      {description && (
        <p lang={language} dir="auto" className="written side-of-parent max-w-prose whitespace-pre-line text-lg">
          {description}
        </p>
      )}
      <About episode={episode} />
      <p>
        <Link href="/" className={buttonClass("plain")}>
          {common("toHallway")}
        </Link>
      </p>
    </article>
  );
}

/** Its show, its club, and whether it is announced yet. */
function Belongings({ episode: { show, club, isDraft, kind, cancelled } }: { episode: EpisodeView }) {
  const t = useTranslations("shows");
  const kinds = useTranslations("hallway.kinds");
  return (
    <p className="flex flex-wrap items-center gap-2.5 text-sm font-semibold text-soft">
      {t(cancelled ? "states.calledOff" : isDraft ? "states.draft" : "states.announced")}
      {show && (
        <Link href={`/shows/${show.slug}`} className="hover:underline">
          <Tag>{show.title}</Tag>
        </Link>
      )}
      {club && (
        <Link href={`/clubs/${club.handle}`} className="hover:underline">
          <Tag>{club.name}</Tag>
        </Link>
      )}
      {kind !== "open" && <Tag>{kinds(kind)}</Tag>}
    </p>
  );
}

function CalledOff({ reason, language }: { reason: string; language: string }) {
  const t = useTranslations("shows");
  return (
    <div role="status" className="rounded-lg border border-stop bg-stop-wash px-4 py-3 text-stop">
      <p className="font-semibold">{t("calledOff")}</p>
      {reason && (
        <p lang={language} dir="auto" className="written mt-1 whitespace-pre-line side-of-parent">
          {reason}
        </p>
      )}
    </div>
  );
}

function About({ episode: { topics, language } }: { episode: EpisodeView }) {
  const t = useTranslations("shows");
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  return (
    <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-2 text-sm">
      <dt className="text-soft">{t("language")}</dt>
      <dd>{names.of(language) ?? language}</dd>
      {topics.length > 0 && (
        <>
          <dt className="text-soft">{t("topics")}</dt>
          <dd className="flex flex-wrap gap-1.5">
            {topics.map((topic) => (
              <Tag key={topic}>{topic}</Tag>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
