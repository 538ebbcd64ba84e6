import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTimeZone, getTranslations } from "next-intl/server";
import { cache } from "react";
import { validate } from "uuid";
import { knownZones } from "@/app/shows/zones";
import { ComingChart } from "@/components/figures/coming-chart";
import { EditEpisode } from "@/components/shows/plan/edit-episode";
import { EpisodeActs } from "@/components/shows/plan/episode-acts";
import { EpisodeChecklist } from "@/components/shows/plan/episode-checklist";
import { EpisodeInterpreters } from "@/components/shows/plan/episode-interpreters";
import type { RoomId } from "@/lib/domain/ids";
import { isolated } from "@/lib/domain/text/isolated";
import { callerOfPage } from "@/lib/server/callers/session";
import { comingOverTime } from "@/lib/server/queries/figures/coming-over-time";
import { channelsOf } from "@/lib/server/queries/interpreting/channels";
import { checklist as readChecklist } from "@/lib/server/queries/shows/checklist";
import { episodeToPlan } from "@/lib/server/queries/shows/episode-to-plan";
import { clockAt } from "@/lib/server/shows/moment-of";

type Props = { params: Promise<{ roomId: string }> };

/** The episode, for whoever leads it and before it has begun. */
const load = cache(async (roomId: string) => {
  if (!validate(roomId)) return null;
  const caller = await callerOfPage();
  const episode = await episodeToPlan(caller, roomId as RoomId);
  return caller && episode && { caller, episode };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [found, t] = await Promise.all([load((await params).roomId), getTranslations("shows")]);
  if (!found) return {};
  return { title: t("editHeading", { title: isolated(found.episode.title) }), robots: { index: false } };
}

export default async function EditEpisodePage({ params }: Props) {
  const found = await load((await params).roomId);
  if (!found) notFound();
  const { caller, episode } = found;
  const roomId = episode.id as RoomId;
  const [t, own, { common, refusals, shows, newRoom }, checklist, channels, coming] = await Promise.all([
    getTranslations("shows"),
    getTimeZone(),
    getMessages(),
    readChecklist(caller, roomId, new Date()),
    channelsOf(roomId),
    comingOverTime(roomId, new Date()),
  ]);
  const { id, show, club, scheduledFor, recurs } = episode;
  // One of a show is planned by the show's clocks, any other by one's own.
  const zone = show?.zone ?? own;
  const at = scheduledFor ? clockAt(new Date(scheduledFor), zone) : "";
  const next = show ? `/shows/${show.slug}/plan` : `/rooms/${id}`;
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4">
      <h1 className="written mb-4 text-3xl font-bold md:text-4xl">
        {t("editHeading", { title: isolated(episode.title) })}
      </h1>
      <NextIntlClientProvider messages={{ common, refusals, shows, newRoom: { kind: newRoom.kind } }}>
        <div id="acts" className="mb-8 scroll-mt-6">
          <EpisodeActs episode={episode} mayPublish={show === null || !show.isDraft} goesTo={next} />
        </div>
        {checklist && <EpisodeChecklist roomId={id} checklist={checklist} ofDraft={show?.isDraft === true} />}
        <EditEpisode
          roomId={id}
          initial={{ ...episode, at, zone }}
          zones={knownZones()}
          clubId={club?.id ?? null}
          recurs={recurs}
          next={next}
        />
        <EpisodeInterpreters roomId={id} channels={channels} />
        {!episode.isDraft && <ComingChart roomId={id} coming={coming} />}
      </NextIntlClientProvider>
    </div>
  );
}
