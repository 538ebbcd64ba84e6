"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button, buttonClass } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { remindersApi } from "@/lib/client/reminders/reminders-api";
import type { ShowFollowView } from "@/lib/wire/reminders/views";

type FollowShowProps = { showId: string; slug: string; initial: ShowFollowView; isMember: boolean };

/** Follows and unfollows a show at a tap, and says how many do. */
export function FollowShow({ showId, slug, initial, isMember }: FollowShowProps) {
  const t = useTranslations("reminders");
  const { followedByMe, followers, toggle } = useShowFollow(showId, initial);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {isMember ? (
        <Button look={followedByMe ? "plain" : "act"} aria-pressed={followedByMe} onClick={toggle}>
          {t(followedByMe ? "following" : "follow")}
        </Button>
      ) : (
        <Link href={`/sign-in?next=/shows/${slug}`} className={buttonClass("act")}>
          {t("follow")}
        </Link>
      )}
      <p className="text-sm text-soft">{t("followers", { count: followers })}</p>
    </div>
  );
}

function useShowFollow(showId: string, initial: ShowFollowView) {
  const sayRefusal = useRefusalText();
  const [followedByMe, setFollowed] = useState(initial.followedByMe);
  const toggle = async (): Promise<void> => {
    const wanted = !followedByMe;
    setFollowed(wanted);
    const answer = wanted ? await remindersApi.followShow(showId) : await remindersApi.unfollowShow(showId);
    setFollowed(answer.ok ? answer.value.followedByMe : followedByMe);
    if (!answer.ok) toast(sayRefusal(answer));
  };
  const others = initial.followers - (initial.followedByMe ? 1 : 0);
  return { followedByMe, followers: others + (followedByMe ? 1 : 0), toggle: () => void toggle() };
}
