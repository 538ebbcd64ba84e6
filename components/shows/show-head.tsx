import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import type { ShowView } from "@/lib/wire/shows/views";
import { HostFaces } from "./host-faces";
import { ShowPicture } from "./show-picture";
import { ShowRhythm } from "./show-rhythm";

/** What a show is. `children`: what the viewer can do here. */
export function ShowHead({ show, children }: { show: ShowView; children: ReactNode }) {
  const t = useTranslations("shows");
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  const { language } = show;
  return (
    <header className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start gap-5">
        <ShowPicture show={show} size="large" className="size-28 sm:size-40" />
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-3">
          {show.isDraft && (
            <p>
              <Tag>{t("draft")}</Tag>
            </p>
          )}
          <h1 lang={language} dir="auto" className="written text-3xl font-bold side-of-parent md:text-4xl">
            {show.title}
          </h1>
          <p className="text-lg">
            <ShowRhythm show={show} />
          </p>
          <div className="flex flex-wrap items-center gap-3">{children}</div>
        </div>
      </div>
      <HostFaces hosts={show.hosts} />
      {show.description && (
        <p lang={language} dir="auto" className="written side-of-parent max-w-prose whitespace-pre-line text-lg">
          {show.description}
        </p>
      )}
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-2 text-sm">
        <dt className="text-soft">{t("language")}</dt>
        <dd>{names.of(language) ?? language}</dd>
        {show.topics.length > 0 && (
          <>
            <dt className="text-soft">{t("topics")}</dt>
            <dd className="flex flex-wrap gap-1.5">
              {show.topics.map((topic) => (
                <Tag key={topic}>{topic}</Tag>
              ))}
            </dd>
          </>
        )}
        {show.club && (
          <>
            <dt className="text-soft">{t("inClub")}</dt>
            <dd>
              <Link href={`/clubs/${show.club.handle}`} prefetch={false} className="hover:underline">
                <bdi className="written">{show.club.name}</bdi>
              </Link>
            </dd>
          </>
        )}
      </dl>
    </header>
  );
}
