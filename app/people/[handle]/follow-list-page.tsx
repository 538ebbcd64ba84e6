import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { FollowList } from "@/components/profile/follow-list";
import type { PersonId } from "@/lib/domain/ids";
import { callerOfPage } from "@/lib/server/callers/session";
import { followList } from "@/lib/server/queries/people/follow-list";
import { profile } from "@/lib/server/queries/people/profile";

export type FollowListProps = {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

type Which = "followers" | "following";

const load = cache(async (handle: string) => profile(await callerOfPage(), { handle }));

export async function followListMetadata({ params }: FollowListProps, which: Which): Promise<Metadata> {
  const [person, t] = await Promise.all([load((await params).handle), getTranslations("profile.lists")]);
  return person ? { title: t(which, { name: person.name }), robots: { index: false } } : {};
}

/** Both lists of a profile, for people who may see the profile. */
export async function FollowListPage({ params, searchParams, which }: FollowListProps & { which: Which }) {
  const person = await load((await params).handle);
  if (!person) notFound();
  const { after } = await searchParams;
  const from = typeof after === "string" ? after : null;
  const page = await followList(person.id as PersonId, which, from);
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-6">
      <FollowList person={person} which={which} page={page} goesOn={from !== null} />
    </div>
  );
}
