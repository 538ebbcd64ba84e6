"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Choices } from "@/components/ui/choices";
import type { ApiAnswer } from "@/lib/client/call";
import type { RoomClub } from "@/lib/wire/clubs/views";
import type { EpisodeFields } from "@/lib/wire/shows/inputs";
import { readEpisodeForm } from "./read-plan-form";
import { usePlanForm } from "./use-plan-form";
import { WhenFields } from "./when-fields";
import { DoorFields, FormRefusal, type PlanWords, WordsFields } from "./words-fields";

type Scope = "one" | "following";

export type EpisodeFormFields = Omit<EpisodeFields, "showId"> & { scope: Scope };

type EpisodeFormProps<Value> = {
  initial: PlanWords & { at: string; zone: string };
  zones: readonly string[];
  club: { chosen: string | null; choice: readonly RoomClub[] | null };
  /** It is a recurrence of its show's rhythm, so that all after it can change with it. */
  recurs: boolean;
  /** It is new, and may be kept a draft. */
  isNew: boolean;
  submitText: string;
  send: (fields: EpisodeFormFields) => Promise<ApiAnswer<Value>>;
  onDone: (value: Value) => void;
};

/** All that is planned of one episode; for a new one and for changing it. */
export function EpisodeForm<Value>({
  initial,
  zones,
  club,
  recurs,
  isNew,
  submitText,
  send,
  onDone,
}: EpisodeFormProps<Value>) {
  const t = useTranslations("shows");
  const { submit, busy, errorOf, formError } = usePlanForm(
    (form) => send({ ...readEpisodeForm(form), scope: scopeOf(form) }),
    onDone,
  );
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <WordsFields initial={initial} errorOf={errorOf}>
        <WhenFields at={initial.at} dateLabel={t("form.date")} zone={initial.zone} zones={zones} errorOf={errorOf} />
      </WordsFields>
      <DoorFields initial={initial} club={club} errorOf={errorOf} />
      {isNew && (
        <Checkbox name="draft" checked={false}>
          {t("form.keepDraft")}
        </Checkbox>
      )}
      {recurs && (
        <Choices
          name="scope"
          label={t("scope.label")}
          chosen="one"
          options={(["one", "following"] as const).map((value) => ({
            value,
            text: t(`scope.${value}`),
            hint: t(`scope.${value}Hint`),
          }))}
        />
      )}
      <FormRefusal>{formError}</FormRefusal>
      <Button type="submit" look="act" busy={busy} className="self-start max-sm:w-full">
        {submitText}
      </Button>
    </form>
  );
}

const scopeOf = (form: HTMLFormElement): Scope =>
  new FormData(form).get("scope") === "following" ? "following" : "one";
