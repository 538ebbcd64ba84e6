"use client";

import BellIcon from "lucide-react/icons/bell";
import BellOff from "lucide-react/icons/bell-off";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { notificationsApi } from "@/lib/client/notifications/notifications-api";

/** Whether I am told of this person; beside *Follow*. */
export function MutePerson({ personId, initial }: { personId: string; initial: boolean }) {
  const t = useTranslations("notifications.mute");
  const sayRefusal = useRefusalText();
  const [muted, setMuted] = useState(initial);
  const toggle = async (): Promise<void> => {
    setMuted(!muted);
    const answer = await (muted ? notificationsApi.unmuteNotifications : notificationsApi.muteNotifications)(personId);
    if (!answer.ok) setMuted(muted);
    toast(answer.ok ? t(muted ? "told" : "notTold") : sayRefusal(answer));
  };
  const Icon = muted ? BellOff : BellIcon;
  return (
    <Button
      look="quiet"
      size="icon"
      aria-pressed={muted}
      aria-label={t("label")}
      title={t("label")}
      onClick={() => void toggle()}
    >
      <Icon className="size-5" aria-hidden="true" />
    </Button>
  );
}
