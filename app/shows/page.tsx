import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { RoomFilter } from "@/components/hallway/room-filter";
import { AnnouncedList } from "@/components/shows/announced-list";
import { ShowCard } from "@/components/shows/show-card";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { callerOfPage } from "@/lib/server/callers/session";
import { announced, announcedLanguages } from "@/lib/server/queries/shows/announced";
import { shows, showsOf } from "@/lib/server/queries/shows/shows";
import { readFilter } from "@/lib/wire/hallway/inputs";
import type { ShowCard as Card, ShowPage } from "@/lib/wire/shows/views";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const ANNOUNCED = 60;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shows");
  return { title: t("title"), description: t("text"), alternates: { canonical: "/shows" } };
}

/** What is to come, mine first, and all shows. */
export default async function ShowsPage({ searchParams }: Props) {
  const [caller, asked, t] = await Promise.all([callerOfPage(), searchParams, getTranslations("shows")]);
  const filter = readFilter(asked);
  const from = typeof asked.after === "string" ? asked.after : null;
  const member = caller?.kind === "member" ? caller : null;
  const [episodes, languages, page, mine] = await Promise.all([
    announced(caller, filter, ANNOUNCED),
    announcedLanguages(),
    shows(caller, from),
    member && from === null ? showsOf(member, member.id, true) : [],
  ]);
  const wayTo = (path: string): string => (member ? path : `/sign-in?${new URLSearchParams({ next: path })}`);
  const isFiltered = filter.language !== undefined || filter.topic !== undefined;
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-4">
      <h1 className="text-3xl font-bold md:text-4xl">{t("title")}</h1>
      <p className="mt-1 text-soft">{t("text")}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        <Link href={wayTo("/shows/new")} className={buttonClass("act")}>
          {t("plan")}
        </Link>
        <Link href={wayTo("/rooms/new?when=later")} className={buttonClass("plain")}>
          {t("planOne")}
        </Link>
      </p>
      {mine.length > 0 && <Cards id="mine" title={t("mine")} cards={mine} />}
      <section aria-labelledby="to-come" className="mt-10">
        <h2 id="to-come" className="mb-3 text-xl font-bold">
          {t("toCome")}
        </h2>
        <RoomFilter
          page="/shows"
          filter={filter}
          languages={languages}
          topics={episodes.flatMap(({ topics }) => topics)}
        />
        {episodes.length === 0 && (
          <Empty title={t(isFiltered ? "nothingFound" : "nothing")}>
            {isFiltered && (
              <Link href="/shows" className={buttonClass("act")}>
                {t("everything")}
              </Link>
            )}
          </Empty>
        )}
        <AnnouncedList episodes={episodes} level="h3" />
      </section>
      <AllShows page={page} goesOn={from !== null} />
    </div>
  );
}

async function AllShows({ page: { shows: cards, next }, goesOn }: { page: ShowPage; goesOn: boolean }) {
  const t = await getTranslations("shows");
  return (
    <>
      {cards.length === 0 && !goesOn ? (
        <section className="mt-10">
          <Empty title={t("none")} text={t("noneText")} />
        </section>
      ) : (
        <Cards id="all" title={t("all")} cards={cards} />
      )}
      <p className="mt-5 flex gap-3">
        {goesOn && (
          <Link href="/shows#all" className={buttonClass()}>
            {t("first")}
          </Link>
        )}
        {next && (
          <Link href={`/shows?${new URLSearchParams({ after: next })}#all`} className={buttonClass()}>
            {t("more")}
          </Link>
        )}
      </p>
    </>
  );
}

function Cards({ id, title, cards }: { id: string; title: string; cards: readonly Card[] }) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-3 text-xl font-bold">
        {title}
      </h2>
      <ul className="grid gap-4 md:grid-cols-2">
        {cards.map((show) => (
          <ShowCard key={show.id} show={show} />
        ))}
      </ul>
    </section>
  );
}
