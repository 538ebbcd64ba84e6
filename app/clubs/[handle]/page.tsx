import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { JsonLd } from "@/app/json-ld";
import { ClubDoor } from "@/components/clubs/club-door";
import { ClubHead } from "@/components/clubs/club-head";
import { ClubRooms } from "@/components/clubs/club-rooms";
import { ClubRules } from "@/components/clubs/club-rules";
import { EditClub } from "@/components/clubs/edit-club";
import { MemberList } from "@/components/clubs/member-list";
import { WaitingList } from "@/components/clubs/waiting-list";
import { SharePage } from "@/components/sharing/share-page";
import { ShowCard } from "@/components/shows/show-card";
import { buttonClass } from "@/components/ui/button";
import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { clubJsonLd } from "@/lib/domain/sharing/json-ld";
import { isolated } from "@/lib/domain/text/isolated";
import { firstOf } from "@/lib/domain/text/length";
import { env } from "@/lib/env";
import { callerOfPage } from "@/lib/server/callers/session";
import { club as readClub } from "@/lib/server/queries/clubs/club";
import { clubMembers } from "@/lib/server/queries/clubs/club-members";
import { clubRooms } from "@/lib/server/queries/clubs/club-rooms";
import { clubWaiting } from "@/lib/server/queries/clubs/club-waiting";
import { showsOfClub } from "@/lib/server/queries/shows/shows";

type Props = {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

const load = cache(async (handle: string) => {
  const caller = await callerOfPage();
  return { caller, club: await readClub(caller, { handle }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { club } = await load((await params).handle);
  if (!club) return {};
  const [t, card, common] = await Promise.all([
    getTranslations("clubs"),
    getTranslations("card"),
    getTranslations("common"),
  ]);
  const title = isolated(club.name);
  const description = firstOf(club.description, 200) || t("description", { name: title });
  const url = `/clubs/${club.handle}`;
  const alt = card("altClub", { name: title });
  const images = [{ url: `${url}/card.png`, width: 1_200, height: 630, type: "image/png", alt }];
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: "website", title: club.name, description, url, images, siteName: common("plenum") },
    twitter: { card: "summary_large_image", title, description, images },
  };
}

export default async function ClubPage({ params, searchParams }: Props) {
  const [{ handle }, { after }] = await Promise.all([params, searchParams]);
  const { caller, club } = await load(handle);
  if (!club) notFound();
  const from = typeof after === "string" ? after : null;
  const [t, ofShows, { common, refusals, clubs, sharing }, rooms, shows, page, waiting] = await Promise.all([
    getTranslations("clubs"),
    getTranslations("shows"),
    getMessages(),
    clubRooms(caller, club.id),
    showsOfClub(caller, club.id),
    clubMembers(caller, club.id, from),
    clubWaiting(caller, club),
  ]);
  const me = { personId: caller?.id ?? "", role: club.role };
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-6">
      <JsonLd facts={clubJsonLd(club, new URL(`/clubs/${club.handle}`, env().PLENUM_URL).href)} />
      <NextIntlClientProvider messages={{ common, refusals, clubs, sharing }}>
        <ClubHead club={club}>
          <ClubDoor club={club} isMember={caller?.kind === "member"} />
          {canInClub(me, "openClubRoom") && (
            <Link href={`/rooms/new?club=${club.handle}`} className={buttonClass("act")}>
              {t("openRoom")}
            </Link>
          )}
          {canInClub(me, "editClub") && <EditClub club={club} mayClose={canInClub(me, "closeClub")} />}
          <SharePage of="club" name={club.name} handle={club.handle} />
        </ClubHead>
        <ClubRules rules={club.rules} />
      </NextIntlClientProvider>
      <ClubRooms {...rooms} />
      {shows.length > 0 && (
        <section aria-labelledby="shows" className="mt-10">
          <h2 id="shows" className="mb-3 text-xl font-bold">
            {ofShows("of")}
          </h2>
          <ul className="grid gap-4 md:grid-cols-2">
            {shows.map((show) => (
              <ShowCard key={show.id} show={show} />
            ))}
          </ul>
        </section>
      )}
      <NextIntlClientProvider messages={{ common, refusals, clubs }}>
        {waiting && <WaitingList clubId={club.id} waiting={waiting} />}
        <MemberList club={club} page={page} goesOn={from !== null} me={me} />
      </NextIntlClientProvider>
    </div>
  );
}
