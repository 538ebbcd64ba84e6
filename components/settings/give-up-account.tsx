"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { call } from "@/lib/client/call";

const HAPPENS = ["hidden", "out", "signedOut", "week"] as const;

/** Gives the account up, once it has been said what happens at once, and what after a week. */
export function GiveUpAccount() {
  const t = useTranslations("account.giveUp");
  const common = useTranslations("common");
  const attempt = useAttempt();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const giveUp = async (): Promise<void> => {
    setBusy(true);
    // Loaded anew, since everything on the page was this person's.
    const done = await attempt(call("DELETE /api/me"), () => location.assign("/"));
    if (!done) setBusy(false);
  };
  return (
    <>
      <Button look="end" onClick={() => setOpen(true)}>
        {t("act")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("question")} closeLabel={common("close")}>
        <ul className="flex list-disc flex-col gap-2 ps-5">
          {HAPPENS.map((what) => (
            <li key={what}>{t(what)}</li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-3">
          <Button look="end" busy={busy} onClick={() => void giveUp()} className="flex-1">
            {t("act")}
          </Button>
          <Button onClick={() => setOpen(false)} className="flex-1">
            {t("cancel")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
