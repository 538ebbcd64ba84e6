import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { ClubCard as Card, ClubPage } from "@/lib/wire/clubs/views";
import { ClubCard } from "./club-card";

type ClubListsProps = {
  /** Those that the viewer is in or is invited to; shown above the first page of all. */
  mine: readonly Card[];
  page: ClubPage;
  /** Not the first page. */
  goesOn: boolean;
};

/** Where the viewer is invited, where they are a member, and all clubs there are. */
export function ClubLists({ mine, page, goesOn }: ClubListsProps) {
  const t = useTranslations("clubs");
  const found = (
    <Link href="/clubs/new" className={buttonClass("act")}>
      {t("found")}
    </Link>
  );
  const isEmpty = page.clubs.length === 0 && mine.length === 0 && !goesOn;
  return (
    <>
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-3xl font-bold md:text-4xl">{t("title")}</h1>
          <p className="mt-1 text-soft">{t("text")}</p>
        </div>
        {!isEmpty && found}
      </div>
      {isEmpty && (
        <Empty title={t("none")} text={t("noneText")}>
          {found}
        </Empty>
      )}
      <Section title={t("invitations")} clubs={mine.filter(({ role }) => role === null)} />
      <Section title={t("mine")} clubs={mine.filter(({ role }) => role !== null)} />
      <Section title={t("all")} clubs={page.clubs} />
      <nav className="mt-6 flex flex-wrap gap-3 empty:hidden">
        {goesOn && (
          <Link href="/clubs" className={buttonClass()}>
            {t("first")}
          </Link>
        )}
        {page.next && (
          <Link href={`/clubs?after=${page.next}`} className={buttonClass("act")}>
            {t("more")}
          </Link>
        )}
      </nav>
    </>
  );
}

function Section({ title, clubs }: { title: string; clubs: readonly Card[] }) {
  if (clubs.length === 0) return null;
  return (
    <section aria-label={title} className="mb-10">
      <h2 className="mb-3 text-xl font-bold">{title}</h2>
      <ul className="grid gap-4 md:grid-cols-2">
        {clubs.map((club) => (
          <ClubCard key={club.id} club={club} />
        ))}
      </ul>
    </section>
  );
}
