import Lock from "lucide-react/icons/lock";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NameLink } from "@/components/frame/name-link";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Tag } from "@/components/ui/tag";
import { isolated } from "@/lib/domain/text/isolated";
import type { PersonProfile } from "@/lib/wire/people/views";
import { InCommon } from "./in-common";
import { ChangePortrait } from "./portrait/change-portrait";
import { ProfileLinks } from "./profile-links";
import { Episodes, LiveNow } from "./profile-rooms";

type ProfileCardProps = {
  person: PersonProfile;
  isMe: boolean;
  /** What the viewer can do here. */
  children: ReactNode;
};

const PORTRAIT = "size-28 sm:size-40";

/** A person on a page of their own. */
export function ProfileCard({ person, isMe, children }: ProfileCardProps) {
  const t = useTranslations("profile");
  const { topics } = person;
  return (
    <article className="flex flex-col gap-8 sm:flex-row sm:gap-10">
      {isMe ? (
        <ChangePortrait person={person} size="large" className={PORTRAIT} />
      ) : (
        <Portrait person={person} size="large" hat className={PORTRAIT} />
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-5">
        <div>
          <h1 dir="auto" className="written text-3xl font-bold side-of-parent md:text-4xl">
            {person.name}
          </h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
            <bdi>@{person.handle}</bdi>
            {person.followsMe && <Tag>{t("followsYou")}</Tag>}
            {person.isNew && <Tag>{t("isNew")}</Tag>}
          </p>
        </div>
        <LiveNow person={person} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          {children}
          <Link href={`/people/${person.handle}/following`} prefetch={false} className="text-soft hover:underline">
            {t("followingCount", { count: person.following })}
          </Link>
        </div>
        <InCommon inCommon={person.inCommon} />
        {person.withheld && <Withheld name={person.name} />}
        {person.bio && (
          <p dir="auto" className="written max-w-prose whitespace-pre-line text-lg">
            {person.bio}
          </p>
        )}
        <ProfileLinks links={person.links} />
        {topics.length > 0 && (
          <ul aria-label={t("topics")} className="flex flex-wrap gap-1.5">
            {topics.map((topic) => (
              <li key={topic}>
                <Tag>{topic}</Tag>
              </li>
            ))}
          </ul>
        )}
        <Facts person={person} />
        <Episodes episodes={person.episodes} />
      </div>
    </article>
  );
}

/** What a protected profile shows instead of the rest. */
export function Withheld({ name }: { name: string }) {
  const t = useTranslations("profile");
  return (
    <p className="flex items-center gap-3 rounded-lg border border-line bg-card px-4 py-3">
      <Lock className="size-5 shrink-0 text-soft" aria-hidden="true" />
      <span className="written min-w-0">{t("withheld", { name: isolated(name) })}</span>
    </p>
  );
}

function Facts({ person }: { person: PersonProfile }) {
  const t = useTranslations("profile");
  const format = useFormatter();
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  return (
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
          <dd className="flex flex-wrap gap-x-4 gap-y-1">
            {person.shows.map(({ slug, title }) => (
              <Link key={slug} href={`/shows/${slug}`} prefetch={false} className="min-w-0 hover:underline">
                <bdi className="written">{title}</bdi>
              </Link>
            ))}
          </dd>
        </>
      )}
      {person.clubs.length > 0 && (
        <>
          <dt className="text-soft">{t("clubs")}</dt>
          <dd className="flex flex-wrap gap-x-4 gap-y-1">
            {person.clubs.map(({ id, handle, name }) => (
              <Link key={id} href={`/clubs/${handle}`} prefetch={false} className="min-w-0 hover:underline">
                <bdi className="written">{name}</bdi>
              </Link>
            ))}
          </dd>
        </>
      )}
      {person.nominatedBy && (
        <>
          <dt className="text-soft">{t("nominatedBy")}</dt>
          <dd>
            <NameLink person={person.nominatedBy} />
          </dd>
        </>
      )}
      <dt className="text-soft">{t("joined")}</dt>
      <dd>
        <time dateTime={person.joinedAt}>
          {format.dateTime(new Date(person.joinedAt), { month: "long", year: "numeric" })}
        </time>
      </dd>
    </dl>
  );
}
