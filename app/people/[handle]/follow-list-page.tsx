import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { leadOn } from "@/app/people/[handle]/lead-on";
import { FollowList } from "@/components/profile/follow-list";
import { callerOfPage } from "@/lib/server/callers/session";
import { followList } from "@/lib/server/queries/people/follow-list";
import { profile } from "@/lib/server/queries/people/profile";

export type FollowListProps = {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

type Which = "followers" | "following";

const load = cache(async (handle: string) => {
  const caller = await callerOfPage();
  return { caller, person: await profile(caller, { handle }) };
});

export async function followListMetadata({ params }: FollowListProps, which: Which): Promise<Metadata> {
  const [{ person }, t] = await Promise.all([load((await params).handle), getTranslations("profile.lists")]);
  return person ? { title: t(which, { name: person.name }), robots: { index: false } } : {};
}

/** Both lists of a profile, for people who may see the profile. */
export async function FollowListPage({ params, searchParams, which }: FollowListProps & { which: Which }) {
  const { handle } = await params;
  const { caller, person } = await load(handle);
  if (!person) return leadOn(caller, handle, `/${which}`);
  const { after } = await searchParams;
  const from = typeof after === "string" ? after : null;
  const page = await followList(caller?.id ?? null, person, which, from);
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-6">
      <FollowList person={person} which={which} page={page} goesOn={from !== null} />
    </div>
  );
}
