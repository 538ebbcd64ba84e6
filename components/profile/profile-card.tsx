import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LiveBadge } from "@/components/ui/live-badge";
import { Portrait } from "@/components/ui/portrait";
import { Tag } from "@/components/ui/tag";
import { isolated } from "@/lib/domain/text/isolated";
import type { PersonProfile } from "@/lib/wire/people/views";

/** A person on a page of their own. `children` is what the viewer can do here. */
export function ProfileCard({ person, children }: { person: PersonProfile; children: ReactNode }) {
  const t = useTranslations("profile");
  const format = useFormatter();
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  return (
    <article className="flex flex-col gap-8 sm:flex-row sm:gap-10">
      <Portrait person={person} size="large" hat className="size-28 sm:size-40" />
      <div className="flex min-w-0 flex-1 flex-col gap-5">
        <div>
          <h1 dir="auto" className="written text-3xl font-bold [text-align:match-parent] md:text-4xl">
            {person.name}
          </h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
            <span>@{person.handle}</span>
            {person.followsMe && <Tag>{t("followsYou")}</Tag>}
            {person.isNew && <Tag>{t("isNew")}</Tag>}
          </p>
        </div>
        {person.liveRoom && (
          <Link
            href={`/rooms/${person.liveRoom.id}`}
            prefetch={false}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-glow px-4 py-3 hover:underline"
          >
            <LiveBadge>{person.liveRoom.role === "listener" ? t("listening") : t("onStage")}</LiveBadge>
            <bdi className="written min-w-0 font-semibold">{person.liveRoom.title}</bdi>
          </Link>
        )}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          {children}
          <Link href={`/people/${person.handle}/following`} prefetch={false} className="text-soft hover:underline">
            {t("followingCount", { count: person.following })}
          </Link>
        </div>
        {person.bio && (
          <p dir="auto" className="written max-w-prose whitespace-pre-line text-lg">
            {person.bio}
          </p>
        )}
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-t border-line pt-5 text-sm">
          {person.languages.length > 0 && (
            <>
              <dt className="text-soft">{t("speaks")}</dt>
              <dd>{format.list(person.languages.map((language) => names.of(language) ?? language))}</dd>
            </>
          )}
          {person.shows.length > 0 && (
            <>
              <dt className="text-soft">{t("hosts")}</dt>
              <dd>{format.list(person.shows.map((show) => isolated(show.title)))}</dd>
            </>
          )}
          <dt className="text-soft">{t("joined")}</dt>
          <dd>
            <time dateTime={person.joinedAt}>
              {format.dateTime(new Date(person.joinedAt), { month: "long", year: "numeric" })}
            </time>
          </dd>
        </dl>
      </div>
    </article>
  );
}
