"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { toast } from "@/components/ui/toast";
import { showsApi } from "@/lib/client/shows/shows-api";
import type { RoomClub } from "@/lib/wire/clubs/views";
import type { ShowFields } from "@/lib/wire/shows/inputs";
import type { ShowView } from "@/lib/wire/shows/views";
import { ShowForm } from "./show-form";

type EditShowProps = {
  show: ShowView;
  /** From its next recurrence on, so that nothing that is to come falls out by itself. */
  rhythm: ShowFields["rhythm"];
  firstAt: string;
  zones: readonly string[];
  clubs: readonly RoomClub[];
};

/** Changes what a show says of itself and when it is. */
export function EditShow({ show, rhythm, firstAt, zones, clubs }: EditShowProps) {
  const t = useTranslations("shows");
  const common = useTranslations("common");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("edit")}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("edit")} closeLabel={common("close")}>
        {open && (
          <ShowForm
            initial={{ ...show, clubId: show.club?.id ?? null, rhythm }}
            firstAt={firstAt}
            zones={zones}
            clubs={clubs}
            submitText={common("save")}
            send={({ slug: _stays, ...fields }) => showsApi.editShow(show.id, changesOf(fields, show, rhythm))}
            onDone={() => {
              setOpen(false);
              toast(common("saved"));
              router.refresh();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

/** A rhythm that is as it was is not sent: what is planned is then left where it is. */
function changesOf(fields: Omit<ShowFields, "slug">, show: ShowView, before: ShowFields["rhythm"]) {
  const { rhythm, ...others } = fields;
  const isSame = JSON.stringify(rhythm) === JSON.stringify(before) && fields.zone === show.zone;
  return isSame ? others : { ...others, rhythm };
}
