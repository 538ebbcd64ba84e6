import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { MutePerson } from "@/components/notifications/mute-person";
import { EditProfile } from "@/components/profile/edit-profile";
import { FollowButton } from "@/components/profile/follow-button";
import { FollowersLink } from "@/components/profile/followers-link";
import { ProfileCard } from "@/components/profile/profile-card";
import { buttonClass } from "@/components/ui/button";
import { isolated } from "@/lib/domain/text/isolated";
import { firstOf } from "@/lib/domain/text/length";
import { callerOfPage } from "@/lib/server/callers/session";
import { isMuted } from "@/lib/server/queries/notifications/is-muted";
import { profile } from "@/lib/server/queries/people/profile";

type Props = { params: Promise<{ handle: string }> };

const load = cache(async (handle: string) => {
  const caller = await callerOfPage();
  return { caller, person: await profile(caller, { handle }) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await load((await params).handle);
  if (!person) return {};
  return {
    title: isolated(person.name),
    description: firstOf(person.bio, 200) || undefined,
    openGraph: { type: "profile", title: person.name },
  };
}

export default async function ProfilePage({ params }: Props) {
  const { caller, person } = await load((await params).handle);
  if (!person) notFound();
  const [t, { common, refusals, profile: texts, notifications }, muted] = await Promise.all([
    getTranslations("profile"),
    getMessages(),
    caller?.kind === "member" ? isMuted(caller, person.id) : false,
  ]);
  const { followers, followedByMe } = person;
  const isMe = caller?.id === person.id;
  const isMember = caller?.kind === "member";
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-6">
      <NextIntlClientProvider
        messages={{ common, refusals, profile: texts, notifications: { mute: notifications.mute } }}
      >
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
          {isMember && !isMe && <MutePerson key={`mute ${person.id}`} personId={person.id} initial={muted} />}
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
