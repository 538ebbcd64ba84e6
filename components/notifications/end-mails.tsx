"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { notificationsApi } from "@/lib/client/notifications/notifications-api";

/** A button that ends the mails of a signed link, and says that they have ended. */
export function EndMails({ unsubscribeKey }: { unsubscribeKey: string }) {
  const t = useTranslations("notifications.unsubscribe");
  const { state, end } = useEnding(unsubscribeKey);
  if (state !== "ended") {
    return (
      <>
        <p className="mb-5 mt-1 text-soft">{t("text")}</p>
        <Button look="act" busy={state === "asked"} onClick={end}>
          {t("act")}
        </Button>
      </>
    );
  }
  return (
    <div role="status" className="mt-1">
      <p>{t("done")}</p>
      <p className="mt-1 text-soft">
        {t.rich("again", {
          link: (text) => (
            <Link href="/settings/notifications" className="underline">
              {text}
            </Link>
          ),
        })}
      </p>
    </div>
  );
}

function useEnding(unsubscribeKey: string) {
  const sayRefusal = useRefusalText();
  const [state, setState] = useState<"open" | "asked" | "ended">("open");
  const end = async (): Promise<void> => {
    setState("asked");
    const answer = await notificationsApi.unsubscribeFromMail(unsubscribeKey);
    setState(answer.ok ? "ended" : "open");
    if (!answer.ok) toast(sayRefusal(answer));
  };
  return { state, end: () => void end() };
}
