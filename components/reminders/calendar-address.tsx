"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { controlClass } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { remindersApi } from "@/lib/client/reminders/reminders-api";

/** Where calendar programs read my own calendar: an address that can be copied, made anew and turned off. `initial`: null for none. */
export function CalendarAddress({ initial }: { initial: string | null }) {
  const t = useTranslations("reminders.feed");
  const { address, busy, make, end, copy } = useAddress(initial);
  if (address === null) {
    return (
      <Button busy={busy} onClick={make}>
        {t("make")}
      </Button>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <input
        aria-label={t("title")}
        readOnly
        dir="ltr"
        value={address}
        onFocus={(event) => event.currentTarget.select()}
        className={`${controlClass} font-mono`}
      />
      <div className="flex flex-wrap gap-3">
        <Button look="act" size="small" onClick={copy}>
          {t("copy")}
        </Button>
        <Button size="small" busy={busy} onClick={make}>
          {t("renew")}
        </Button>
        <Button look="leave" size="small" disabled={busy} onClick={end}>
          {t("end")}
        </Button>
      </div>
    </div>
  );
}

function useAddress(initial: string | null) {
  const t = useTranslations("reminders.feed");
  const common = useTranslations("common");
  const sayRefusal = useRefusalText();
  const [address, setAddress] = useState(initial);
  const [busy, setBusy] = useState(false);
  const make = async (): Promise<void> => {
    setBusy(true);
    const answer = await remindersApi.makeCalendarKey();
    setBusy(false);
    if (!answer.ok) return toast(sayRefusal(answer));
    if (address !== null) toast(t("ended"));
    setAddress(answer.value.address);
  };
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await remindersApi.endCalendarKey();
    setBusy(false);
    if (answer.ok) setAddress(null);
    else toast(sayRefusal(answer));
  };
  const copy = async (): Promise<void> => toast((await copyText(address ?? "")) ? t("copied") : common("notCopied"));
  return { address, busy, make: () => void make(), end: () => void end(), copy: () => void copy() };
}
