"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { showsApi } from "@/lib/client/shows/shows-api";

/** Whom somebody made a host without asking leads the show no more. Over the link that covers its line. */
export function LeaveShow({ showId, myId }: { showId: string; myId: string }) {
  const t = useTranslations("notifications");
  const { refresh } = useRouter();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const leave = async (): Promise<void> => {
    setBusy(true);
    await attempt(showsApi.removeShowHost(showId, myId), () => {
      toast(t("leftShow"));
      refresh();
    });
    setBusy(false);
  };
  return (
    <Button look="quiet" size="small" busy={busy} onClick={() => void leave()} className="relative z-1">
      {t("leaveShow")}
    </Button>
  );
}
