"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { showsApi } from "@/lib/client/shows/shows-api";
import { isolated } from "@/lib/domain/text/isolated";
import { CallOff } from "./call-off";
import { usePlanAct } from "./use-plan-act";

type EpisodeActsProps = {
  episode: { id: string; title: string; isDraft: boolean };
  /** Announced by itself: its show is no draft. */
  mayPublish: boolean;
  /** On the page where it is edited: where it goes on once it is called off. */
  goesTo?: string;
};

/** What whoever leads an episode does about it before its hour. */
export function EpisodeActs({ episode: { id, title, isDraft }, mayPublish, goesTo }: EpisodeActsProps) {
  const t = useTranslations("shows");
  const calling = usePlanAct();
  const publishing = usePlanAct();
  const router = useRouter();
  const leave = (): void => {
    // A draft that is left out has no page any more.
    if (goesTo) router.replace(isDraft && goesTo.startsWith("/rooms/") ? "/shows" : goesTo);
    router.refresh();
  };
  return (
    <fieldset aria-label={t("actsOn", { title: isolated(title) })} className="flex flex-wrap gap-2">
      {!goesTo && (
        <>
          <Link href={`/rooms/${id}/plan#checklist`} className={buttonClass("plain", "small")}>
            {t("toChecklist")}
          </Link>
          <Link href={`/rooms/${id}/plan`} className={buttonClass("plain", "small")}>
            {t("editEpisode")}
          </Link>
        </>
      )}
      {isDraft && mayPublish && (
        <Button
          size="small"
          busy={publishing.busy}
          onClick={() => publishing.act(showsApi.publishEpisode(id), t("publishedOne"))}
        >
          {t("publishEpisode")}
        </Button>
      )}
      <Button size="small" look="end" onClick={calling.show}>
        {t(isDraft ? "leaveOut" : "callOff")}
      </Button>
      <CallOff
        open={calling.open}
        busy={calling.busy}
        title={t(isDraft ? "leaveOutTitle" : "callOffTitle")}
        text={t(isDraft ? "leaveOutText" : "callOffText")}
        act={t(isDraft ? "leaveOut" : "callOff")}
        isDraft={isDraft}
        onAct={(reason) =>
          calling.act(showsApi.cancelEpisode(id, reason), t(isDraft ? "leftOutDone" : "calledOffDone"), leave)
        }
        onClose={calling.close}
      />
    </fieldset>
  );
}
