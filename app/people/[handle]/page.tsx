import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { JsonLd } from "@/app/json-ld";
import { leadOn } from "@/app/people/[handle]/lead-on";
import { MutePerson } from "@/components/notifications/mute-person";
import { BlockFromProfile } from "@/components/profile/block-from-profile";
import { EditProfile } from "@/components/profile/edit-profile";
import { FollowButton } from "@/components/profile/follow-button";
import { FollowersLink } from "@/components/profile/followers-link";
import { ProfileCard } from "@/components/profile/profile-card";
import { ReportLink } from "@/components/reports/report-link";
import { SharePage } from "@/components/sharing/share-page";
import { buttonClass } from "@/components/ui/button";
import { personJsonLd } from "@/lib/domain/sharing/json-ld";
import { isolated } from "@/lib/domain/text/isolated";
import { firstOf } from "@/lib/domain/text/length";
import { env } from "@/lib/env";
import { callerOfPage } from "@/lib/server/callers/session";
import { isMuted } from "@/lib/server/queries/notifications/is-muted";
import { profile } from "@/lib/server/queries/people/profile";
import { isPublicPerson } from "@/lib/server/queries/sharing/public-people";

type Props = { params: Promise<{ handle: string }> };

const load = cache(async (handle: string) => {
  const caller = await callerOfPage();
  return { caller, person: await profile(caller, { handle }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await load((await params).handle);
  if (!person) return {};
  const { name, handle, bio, withheld } = person;
  const [t, card, common] = await Promise.all([
    getTranslations("profile"),
    getTranslations("card"),
    getTranslations("common"),
  ]);
  const title = isolated(name);
  const description = firstOf(bio, 200) || t("description", { name, handle: handle ?? "" });
  const url = `/people/${handle}`;
  const alt = card("altPerson", { name: title });
  const images = [{ url: `${url}/card.png`, width: 1_200, height: 630, type: "image/png", alt }];
  const siteName = common("plenum");
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: "profile", title: name, description, url, images, siteName, username: handle ?? undefined },
    twitter: { card: "summary_large_image", title, description, images },
    ...(withheld && { robots: { index: false } }),
  };
}

export default async function ProfilePage({ params }: Props) {
  const { handle } = await params;
  const { caller, person } = await load(handle);
  if (!person) return leadOn(caller, handle);
  const [t, { common, refusals, blocks, sharing, profile: texts, portrait, notifications }, isPublic, muted] =
    await Promise.all([
      getTranslations("profile"),
      getMessages(),
      isPublicPerson(person.id),
      caller?.kind === "member" ? isMuted(caller, person.id) : false,
    ]);
  const { followers, followedByMe } = person;
  const isMe = caller?.id === person.id;
  const isMember = caller?.kind === "member";
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-6">
      <NextIntlClientProvider
        messages={{
          common,
          refusals,
          blocks,
          sharing,
          profile: texts,
          portrait,
          notifications: { mute: notifications.mute },
        }}
      >
        {isPublic && (
          <JsonLd facts={personJsonLd(person, new URL(`/people/${person.handle}`, env().PLENUM_URL).href)} />
        )}
        <ProfileCard person={person} isMe={isMe}>
          {isMe && <EditProfile person={person} />}
          {isMember && !isMe && (
            <FollowButton
              key={person.id}
              personId={person.id}
              handle={person.handle}
              initial={{ followers, followedByMe }}
            />
          )}
          {isMember && !isMe && <MutePerson key={`mute ${person.id}`} personId={person.id} initial={muted} />}
          {!isMember && (
            <Link href={`/sign-in?next=/people/${person.handle}`} className={buttonClass("act")}>
              {t("follow")}
            </Link>
          )}
          {(isMe || !isMember) && <FollowersLink handle={person.handle} followers={followers} />}
          {person.handle && <SharePage of="person" name={person.name} handle={person.handle} />}
          {isMember && !isMe && <BlockFromProfile person={person} />}
          {!isMe && person.handle && <ReportLink path={`/people/${person.handle}`} />}
        </ProfileCard>
      </NextIntlClientProvider>
    </div>
  );
}
