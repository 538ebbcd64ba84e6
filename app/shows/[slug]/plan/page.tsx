import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { knownZones } from "@/app/shows/zones";
import { EditShow } from "@/components/shows/plan/edit-show";
import { PastEpisodes } from "@/components/shows/plan/past-episodes";
import { PlanList } from "@/components/shows/plan/plan-list";
import { PlanMonth } from "@/components/shows/plan/plan-month";
import { EndShow, PublishShow } from "@/components/shows/plan/show-acts";
import { ShowHosts } from "@/components/shows/plan/show-hosts";
import { ShowPictureForm } from "@/components/shows/plan/show-picture-form";
import { ShowRhythm } from "@/components/shows/show-rhythm";
import { buttonClass } from "@/components/ui/button";
import type { ShowId } from "@/lib/domain/ids";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { isolated } from "@/lib/domain/text/isolated";
import { callerOfPage } from "@/lib/server/callers/session";
import { myClubs } from "@/lib/server/queries/clubs/clubs";
import { show as readShow } from "@/lib/server/queries/shows/show";
import { showEpisodes } from "@/lib/server/queries/shows/show-episodes";
import { clockAt } from "@/lib/server/shows/moment-of";
import { splitAt } from "@/lib/server/shows/split-rhythm";
import type { ShowEpisodes, ShowView } from "@/lib/wire/shows/views";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ view?: string | string[] }> };

const load = cache(async (slug: string) => {
  const caller = await callerOfPage();
  const show = await readShow(caller, { slug });
  // Whoever does not plan it has nothing to find here, also where they know of the show.
  return show && caller && canWithShow(show.role, "readPlan") ? { caller, show } : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [found, t] = await Promise.all([load((await params).slug), getTranslations("shows")]);
  return found ? { title: t("planHeading", { title: isolated(found.show.title) }), robots: { index: false } } : {};
}

const VIEWS = ["list", "month"] as const;
const DAY_MS = 24 * 60 * 60_000;

/** What is planned of a show, for whoever leads it: a list or a month, times in their own zone. */
export default async function PlanPage({ params, searchParams }: Props) {
  const [{ slug }, { view }] = await Promise.all([params, searchParams]);
  const found = await load(slug);
  if (!found) notFound();
  const { caller, show } = found;
  const [t, { common, refusals, shows, newRoom }, episodes, mine] = await Promise.all([
    getTranslations("shows"),
    getMessages(),
    showEpisodes(caller, show.id as ShowId),
    myClubs({ id: caller.id }),
  ]);
  const clubs = mine.filter(({ role }) => role !== null).map(({ id, handle, name }) => ({ id, handle, name }));
  const shown = VIEWS.find((one) => one === view) ?? "list";
  const goesOn = show.endedAt === null;
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-4">
      <NextIntlClientProvider messages={{ common, refusals, shows, newRoom: { kind: newRoom.kind } }}>
        <h1 className="written text-3xl font-bold md:text-4xl">{t("planHeading", { title: isolated(show.title) })}</h1>
        <p className="mt-1 text-soft">
          <ShowRhythm show={show} />
        </p>
        {show.isDraft && <p className="text-soft">{t("isDraft")}</p>}
        <div className="mt-5 flex flex-wrap gap-3">
          {show.isDraft && canWithShow(show.role, "publishShow") && <PublishShow show={show} />}
          {goesOn && (
            <Link
              href={`/rooms/new?${new URLSearchParams({ when: "later", show: slug })}`}
              className={buttonClass(show.isDraft ? "plain" : "act")}
            >
              {t("addEpisode")}
            </Link>
          )}
          {goesOn && <EditShow show={show} {...rhythmToCome(show, episodes)} zones={knownZones()} clubs={clubs} />}
          <Link href={`/shows/${slug}`} className={buttonClass("plain")}>
            {t("toShow")}
          </Link>
        </div>
        <section aria-labelledby="plan" className="mt-10">
          <div className="mb-3 flex flex-wrap items-center gap-3">
            <h2 id="plan" className="text-xl font-bold">
              {t("nextEpisodes")}
            </h2>
            <nav aria-label={t("views.label")} className="flex gap-2">
              {VIEWS.map((one) => (
                <Link
                  key={one}
                  href={`/shows/${slug}/plan?view=${one}`}
                  scroll={false}
                  aria-current={one === shown || undefined}
                  className={buttonClass(one === shown ? "act" : "plain", "small")}
                >
                  {t(`views.${one}`)}
                </Link>
              ))}
            </nav>
          </div>
          {shown === "month" ? (
            <PlanMonth episodes={episodes.toCome} slug={slug} now={new Date().toISOString()} />
          ) : (
            <PlanList episodes={episodes.toCome} mayPublish={!show.isDraft} />
          )}
        </section>
        <PastEpisodes episodes={episodes.past} />
        <ShowHosts show={show} viewerId={caller.id} />
        {goesOn && <ShowPictureForm show={show} />}
        {goesOn && canWithShow(show.role, "endShow") && (
          <div className="mt-10 border-t border-line pt-5">
            <EndShow show={show} />
          </div>
        )}
      </NextIntlClientProvider>
    </div>
  );
}

/** The show's rhythm from its next recurrence on, with which a change of it begins. */
function rhythmToCome({ rhythm, zone }: ShowView, { toCome }: ShowEpisodes) {
  const next = toCome
    .flatMap(({ occurrence, cancelled }) => (occurrence && !cancelled ? occurrence : []))
    .toSorted()
    .at(0);
  const tomorrow = `${clockAt(new Date(Date.now() + DAY_MS), zone).slice(0, 10)}T20:00`;
  if (!rhythm) return { rhythm: null, firstAt: tomorrow };
  const { rule, firstAt, leftOut } = (next && splitAt(rhythm, next)?.after) || rhythm;
  return { rhythm: { rule, firstAt, leftOut: [...leftOut] }, firstAt };
}
