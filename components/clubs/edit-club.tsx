"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { toast } from "@/components/ui/toast";
import { clubsApi } from "@/lib/client/clubs/clubs-api";
import { isolated } from "@/lib/domain/text/isolated";
import type { ClubView } from "@/lib/wire/clubs/views";
import { ClubForm } from "./club-form";
import { ConfirmAct } from "./confirm-act";
import { useClubAct } from "./use-club-act";

/** Changes what the club says of itself. `mayClose`: its founder, who also ends it here. */
export function EditClub({ club, mayClose }: { club: ClubView; mayClose: boolean }) {
  const t = useTranslations("clubs");
  const common = useTranslations("common");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("edit")}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("edit")} closeLabel={common("close")}>
        <ClubForm
          initial={club}
          submitText={common("save")}
          send={({ handle: _stays, ...fields }) => clubsApi.editClub(club.id, fields)}
          onDone={() => {
            setOpen(false);
            toast(common("saved"));
            router.refresh();
          }}
        />
        {mayClose && <CloseClub club={club} />}
      </Dialog>
    </>
  );
}

function CloseClub({ club }: { club: ClubView }) {
  const t = useTranslations("clubs");
  const router = useRouter();
  const { open, show, close, busy, act } = useClubAct();
  const leave = (): void => {
    toast(t("closed"));
    router.replace("/clubs");
    router.refresh();
  };
  return (
    <div className="border-t border-line pt-5">
      <Button look="end" onClick={show}>
        {t("close")}
      </Button>
      <ConfirmAct
        open={open}
        busy={busy}
        title={t("closeTitle", { name: isolated(club.name) })}
        act={t("close")}
        onAct={() => act(clubsApi.closeClub(club.id), leave)}
        onClose={close}
      >
        {t("closeText")}
      </ConfirmAct>
    </div>
  );
}
