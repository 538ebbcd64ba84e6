import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { FollowerPage, PersonProfile } from "@/lib/wire/people/views";
import { PersonRow } from "./person-row";
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
          <PersonRow key={one.id} person={one} whole />
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
