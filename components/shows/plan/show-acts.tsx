"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { showsApi } from "@/lib/client/shows/shows-api";
import { isolated } from "@/lib/domain/text/isolated";
import type { ShowView } from "@/lib/wire/shows/views";
import { CallOff } from "./call-off";
import { usePlanAct } from "./use-plan-act";

type ShowOfActs = { show: Pick<ShowView, "id" | "title" | "isDraft"> };

/** Announces a draft show. */
export function PublishShow({ show }: ShowOfActs) {
  const t = useTranslations("shows");
  const { busy, act } = usePlanAct();
  return (
    <Button look="act" busy={busy} onClick={() => act(showsApi.publishShow(show.id), t("published"))}>
      {t("publish")}
    </Button>
  );
}

/** Ends a show; a draft is deleted. */
export function EndShow({ show: { id, title, isDraft } }: ShowOfActs) {
  const t = useTranslations("shows");
  const router = useRouter();
  const { open, show, close, busy, act } = usePlanAct();
  const leave = (): void => {
    if (isDraft) router.replace("/shows");
    router.refresh();
  };
  return (
    <>
      <Button look="end" onClick={show}>
        {t(isDraft ? "deleteDraft" : "end")}
      </Button>
      <CallOff
        open={open}
        busy={busy}
        title={t("endTitle", { title: isolated(title) })}
        text={t(isDraft ? "deleteText" : "endText")}
        act={t(isDraft ? "deleteDraft" : "end")}
        isDraft={isDraft}
        onAct={(reason) => act(showsApi.endShow(id, reason), t("endedDone"), leave)}
        onClose={close}
      />
    </>
  );
}
