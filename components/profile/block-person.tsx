"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { call } from "@/lib/client/call";
import type { PersonFace } from "@/lib/wire/people/views";

type BlockPersonProps = {
  person: PersonFace;
  /** Both are gone for each other by now. */
  onBlocked: () => void;
};

/** Blocks somebody, once it has been said what that means. It can be taken back in the settings. */
export function BlockPerson({ person, onBlocked }: BlockPersonProps) {
  const t = useTranslations("blocks");
  const common = useTranslations("common");
  const attempt = useAttempt();
  const said = useSaid();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const block = async (): Promise<void> => {
    setBusy(true);
    const done = await attempt(call("POST /api/people/:personId/block", { params: { personId: person.id } }));
    setBusy(false);
    if (!done) return;
    setOpen(false);
    onBlocked();
  };
  const name = said(person);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t("act")}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title", { name })} closeLabel={common("close")}>
        <p className="text-soft">{t("text")}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="end" busy={busy} onClick={() => void block()} className="flex-1">
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
