"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import type { FollowAnswer } from "@/lib/wire/people/views";
import { FollowersLink } from "./followers-link";

type FollowButtonProps = { personId: string; handle: string | null; initial: FollowAnswer };

/** Follows and unfollows at a tap: shown at once, put right by the server's answer. Beside it the exact count. */
export function FollowButton({ personId, handle, initial }: FollowButtonProps) {
  const t = useTranslations("profile");
  const { followedByMe, followers, toggle } = useFollow(personId, initial);
  return (
    <>
      <Button look={followedByMe ? "plain" : "act"} aria-pressed={followedByMe} onClick={toggle}>
        {followedByMe ? t("following") : t("follow")}
      </Button>
      <FollowersLink handle={handle} followers={followers} />
    </>
  );
}

function useFollow(personId: string, initial: FollowAnswer) {
  const [now, setNow] = useState(initial);
  const refusalText = useRefusalText();
  const toggle = async () => {
    const wanted = !now.followedByMe;
    setNow({ followedByMe: wanted, followers: now.followers + (wanted ? 1 : -1) });
    const answer = await call(`${wanted ? "POST" : "DELETE"} /api/people/:personId/follow`, { params: { personId } });
    setNow(answer.ok ? answer.value : now);
    if (!answer.ok) toast(refusalText(answer));
  };
  return { ...now, toggle };
}
