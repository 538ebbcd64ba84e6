import Link from "next/link";
import { useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { buttonClass } from "@/components/ui/button";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { FollowerPage, PersonProfile } from "@/lib/wire/people/views";
import { Withheld } from "./profile-card";

type FollowListProps = {
  person: PersonProfile;
  which: "followers" | "following";
  page: FollowerPage;
  /** Not the first page. */
  goesOn: boolean;
};

/** Somebody's followers, or the people they follow: each leads to their own page. */
export function FollowList({ person, which, page, goesOn }: FollowListProps) {
  const t = useTranslations("profile.lists");
  const address = `/people/${person.handle}/${which}`;
  return (
    <section aria-labelledby="people">
      <Link href={`/people/${person.handle}`} className="text-soft hover:underline">
        {t("back")}
      </Link>
      <h1 id="people" className="mb-6 mt-1 text-3xl font-bold md:text-4xl [overflow-wrap:anywhere]">
        {t(which, { name: person.name })}
      </h1>
      {person.withheld && <Withheld name={person.name} />}
      {page.people.length === 0 && !person.withheld && <p className="text-soft">{t(`none.${which}`)}</p>}
      <ul>
        {page.people.map((one) => (
          <li key={one.id} className="relative flex items-center gap-3 border-t border-line py-2.5 hover:bg-line/30">
            <Portrait person={one} hat className="size-11 shrink-0" />
            <span className="min-w-0 leading-tight">
              <NameLink person={one} className="block truncate font-semibold after:absolute after:inset-0">
                <bdi>{one.name}</bdi>
              </NameLink>
              <span className="block truncate text-sm text-soft">
                <bdi>@{one.handle}</bdi>
              </span>
            </span>
          </li>
        ))}
      </ul>
      <nav className="mt-6 flex flex-wrap gap-3 empty:hidden">
        {goesOn && (
          <Link href={address} className={buttonClass()}>
            {t("first")}
          </Link>
        )}
        {page.next && (
          <Link href={`${address}?after=${page.next}`} className={buttonClass("act")}>
            {t("more")}
          </Link>
        )}
      </nav>
    </section>
  );
}
