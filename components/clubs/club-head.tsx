import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import type { ClubView } from "@/lib/wire/clubs/views";

/** What a club is. `children`: what the viewer can do here. */
export function ClubHead({ club, children }: { club: ClubView; children: ReactNode }) {
  const t = useTranslations("clubs");
  const format = useFormatter();
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  return (
    <header className="flex flex-col gap-5">
      <div>
        <h1 dir="auto" className="written text-3xl font-bold side-of-parent md:text-4xl">
          {club.name}
        </h1>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
          <bdi>@{club.handle}</bdi>
          <a href="#members" className="hover:underline">
            {t("members", { count: club.members })}
          </a>
          <Tag>{t(`admissions.${club.admission}`)}</Tag>
          {club.role && <Tag>{t(`roles.${club.role}`)}</Tag>}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">{children}</div>
      {club.description && (
        <p dir="auto" className="written max-w-prose whitespace-pre-line text-lg">
          {club.description}
        </p>
      )}
      {club.topics.length > 0 && (
        <ul aria-label={t("topics")} className="flex flex-wrap gap-1.5">
          {club.topics.map((topic) => (
            <li key={topic}>
              <Tag>{topic}</Tag>
            </li>
          ))}
        </ul>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {club.languages.length > 0 && (
          <>
            <dt className="text-soft">{t("speaks")}</dt>
            <dd>{format.list(club.languages.map((language) => names.of(language) ?? language))}</dd>
          </>
        )}
        <dt className="text-soft">{t("since")}</dt>
        <dd>
          <time dateTime={club.createdAt}>
            {format.dateTime(new Date(club.createdAt), { month: "long", year: "numeric" })}
          </time>
        </dd>
      </dl>
    </header>
  );
}
