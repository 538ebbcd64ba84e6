"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { showsApi } from "@/lib/client/shows/shows-api";
import type { EpisodeChanges } from "@/lib/wire/shows/inputs";
import { EpisodeForm, type EpisodeFormFields } from "./episode-form";
import type { PlanWords } from "./words-fields";

type EditEpisodeProps = {
  roomId: string;
  initial: PlanWords & { at: string; zone: string };
  zones: readonly string[];
  clubId: string | null;
  recurs: boolean;
  /** Where it goes on afterwards. */
  next: string;
};

/** Changes one episode, or it and all after it. */
export function EditEpisode({ roomId, initial, zones, clubId, recurs, next }: EditEpisodeProps) {
  const common = useTranslations("common");
  const router = useRouter();
  return (
    <EpisodeForm
      initial={initial}
      zones={zones}
      club={{ chosen: clubId, choice: null }}
      recurs={recurs}
      isNew={false}
      submitText={common("save")}
      send={(fields) => showsApi.editEpisode(roomId, changesOf(fields, initial))}
      onDone={() => {
        toast(common("saved"));
        router.replace(next);
        router.refresh();
      }}
    />
  );
}

/** What was changed, so that all after it take over no more than that. Where nothing was, the title as it is. */
function changesOf(
  { publish: _, clubId: __, when, scope, ...fields }: EpisodeFormFields,
  before: EditEpisodeProps["initial"],
): EpisodeChanges {
  const changed = Object.entries(fields).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof PlanWords]),
  );
  const isMoved = when.at !== before.at || when.zone !== before.zone;
  return { title: fields.title, ...Object.fromEntries(changed), ...(isMoved && { when }), scope };
}
