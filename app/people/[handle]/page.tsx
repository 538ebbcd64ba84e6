import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { JsonLd } from "@/app/json-ld";
import { EditProfile } from "@/components/profile/edit-profile";
import { FollowButton } from "@/components/profile/follow-button";
import { FollowersLink } from "@/components/profile/followers-link";
import { ProfileCard } from "@/components/profile/profile-card";
import { ShareProfile } from "@/components/profile/share-profile";
import { buttonClass } from "@/components/ui/button";
import { personJsonLd } from "@/lib/domain/sharing/json-ld";
import { isolated } from "@/lib/domain/text/isolated";
import { firstOf } from "@/lib/domain/text/length";
import { env } from "@/lib/env";
import { callerOfPage } from "@/lib/server/callers/session";
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
  const [t, common] = await Promise.all([getTranslations("card"), getTranslations("common")]);
  const [title, description] = [isolated(person.name), firstOf(person.bio, 200) || undefined];
  const url = `/people/${person.handle}`;
  const alt = t("altPerson", { name: title });
  const images = [{ url: `${url}/card.png`, width: 1_200, height: 630, type: "image/png", alt }];
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { title: person.name, description, url, images, siteName: common("plenum"), type: "profile" },
    twitter: { card: "summary_large_image", title, description, images },
  };
}

export default async function ProfilePage({ params }: Props) {
  const { caller, person } = await load((await params).handle);
  if (!person) notFound();
  const [t, { common, refusals, sharing, profile: texts }, isPublic] = await Promise.all([
    getTranslations("profile"),
    getMessages(),
    isPublicPerson(person.id),
  ]);
  const { followers, followedByMe } = person;
  const isMe = caller?.id === person.id;
  const isMember = caller?.kind === "member";
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-6">
      <NextIntlClientProvider messages={{ common, refusals, sharing, profile: texts }}>
        {isPublic && (
          <JsonLd facts={personJsonLd(person, new URL(`/people/${person.handle}`, env().PLENUM_URL).href)} />
        )}
        <ProfileCard person={person}>
          {isMe && <EditProfile person={person} />}
          {isMember && !isMe && (
            <FollowButton
              key={person.id}
              personId={person.id}
              handle={person.handle}
              initial={{ followers, followedByMe }}
            />
          )}
          {!isMember && (
            <Link href={`/sign-in?next=/people/${person.handle}`} className={buttonClass("act")}>
              {t("follow")}
            </Link>
          )}
          {(isMe || !isMember) && <FollowersLink handle={person.handle} followers={followers} />}
          <ShareProfile person={person} />
        </ProfileCard>
      </NextIntlClientProvider>
    </div>
  );
}
