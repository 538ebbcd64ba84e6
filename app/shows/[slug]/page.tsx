import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { JsonLd } from "@/app/json-ld";
import { SharePage } from "@/components/sharing/share-page";
import { EpisodeLists } from "@/components/shows/episode-lists";
import { ShowHead } from "@/components/shows/show-head";
import { buttonClass } from "@/components/ui/button";
import type { ShowId } from "@/lib/domain/ids";
import { showJsonLd } from "@/lib/domain/sharing/json-ld";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { isolated } from "@/lib/domain/text/isolated";
import { firstOf } from "@/lib/domain/text/length";
import { env } from "@/lib/env";
import { callerOfPage } from "@/lib/server/callers/session";
import { show as readShow } from "@/lib/server/queries/shows/show";
import { showEpisodes } from "@/lib/server/queries/shows/show-episodes";
import { ShowWays } from "./show-ways";

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => {
  const caller = await callerOfPage();
  return { caller, show: await readShow(caller, { slug }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { show } = await load((await params).slug);
  if (!show) return {};
  const [t, card, common] = await Promise.all([
    getTranslations("shows"),
    getTranslations("card"),
    getTranslations("common"),
  ]);
  const title = isolated(show.title);
  const description = firstOf(show.description, 200) || t("description", { title });
  const url = `/shows/${show.slug}`;
  const images = [
    { url: `${url}/card.png`, width: 1_200, height: 630, type: "image/png", alt: card("altShow", { title }) },
  ];
  return {
    title,
    description,
    alternates: { canonical: url, types: { "application/rss+xml": `${url}/rss.xml` } },
    openGraph: { type: "website", title: show.title, description, url, images, siteName: common("plenum") },
    twitter: { card: "summary_large_image", title, description, images },
    ...(show.isDraft && { robots: { index: false } }),
  };
}

export default async function ShowPage({ params }: Props) {
  const { caller, show } = await load((await params).slug);
  if (!show) notFound();
  const [t, { common, refusals, sharing }, episodes] = await Promise.all([
    getTranslations("shows"),
    getMessages(),
    showEpisodes(caller, show.id as ShowId),
  ]);
  const url = new URL(`/shows/${show.slug}`, env().PLENUM_URL).href;
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-6">
      {!show.isDraft && <JsonLd facts={showJsonLd(show, episodes.toCome, url)} />}
      <ShowHead show={show}>
        {canWithShow(show.role, "readPlan") && (
          <Link href={`/shows/${show.slug}/plan`} className={buttonClass("act")}>
            {t("openPlan")}
          </Link>
        )}
        {!show.isDraft && (
          <NextIntlClientProvider messages={{ common, refusals, sharing }}>
            <SharePage of="show" name={show.title} handle={show.slug} />
          </NextIntlClientProvider>
        )}
      </ShowHead>
      {!show.isDraft && !show.endedAt && (
        <div className="mt-8">
          <ShowWays slug={show.slug} />
        </div>
      )}
      <EpisodeLists episodes={episodes} />
    </div>
  );
}
