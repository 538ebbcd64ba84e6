import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { leadOn } from "@/app/people/[handle]/lead-on";
import { BlockFromProfile } from "@/components/profile/block-from-profile";
import { EditProfile } from "@/components/profile/edit-profile";
import { FollowButton } from "@/components/profile/follow-button";
import { FollowersLink } from "@/components/profile/followers-link";
import { ProfileCard } from "@/components/profile/profile-card";
import { buttonClass } from "@/components/ui/button";
import { PORTRAIT_SIZES, portraitAddress } from "@/lib/domain/portraits/portrait";
import { isolated } from "@/lib/domain/text/isolated";
import { firstOf } from "@/lib/domain/text/length";
import { callerOfPage } from "@/lib/server/callers/session";
import { profile } from "@/lib/server/queries/people/profile";

type Props = { params: Promise<{ handle: string }> };

const load = cache(async (handle: string) => {
  const caller = await callerOfPage();
  return { caller, person: await profile(caller, { handle }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await load((await params).handle);
  if (!person) return {};
  const { name, handle, bio, portrait, withheld } = person;
  const t = await getTranslations("profile");
  const description = firstOf(bio, 200) || t("description", { name, handle: handle ?? "" });
  const url = `/people/${handle}`;
  const picture = portrait && portraitAddress(portrait, "large");
  const side = PORTRAIT_SIZES.large;
  return {
    title: isolated(name),
    description,
    alternates: { canonical: url },
    openGraph: {
      ...{ type: "profile", title: name, description, url, username: handle ?? undefined },
      ...(picture && { images: [{ url: picture, width: side, height: side, alt: name }] }),
    },
    twitter: { card: "summary" },
    ...(withheld && { robots: { index: false } }),
  };
}

export default async function ProfilePage({ params }: Props) {
  const { handle } = await params;
  const { caller, person } = await load(handle);
  if (!person) return leadOn(caller, handle);
  const [t, { common, refusals, blocks, profile: texts, portrait }] = await Promise.all([
    getTranslations("profile"),
    getMessages(),
  ]);
  const { followers, followedByMe } = person;
  const isMe = caller?.id === person.id;
  const isMember = caller?.kind === "member";
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-6">
      <NextIntlClientProvider messages={{ common, refusals, blocks, profile: texts, portrait }}>
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
          {isMember && !isMe && <BlockFromProfile person={person} />}
          {!isMember && (
            <Link href={`/sign-in?next=/people/${person.handle}`} className={buttonClass("act")}>
              {t("follow")}
            </Link>
          )}
          {(isMe || !isMember) && <FollowersLink handle={person.handle} followers={followers} />}
        </ProfileCard>
      </NextIntlClientProvider>
    </div>
  );
}
