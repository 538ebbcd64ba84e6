"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRhythmWords } from "@/components/shows/rhythm-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ApiAnswer } from "@/lib/client/call";
import type { RoomClub } from "@/lib/wire/clubs/views";
import type { ShowFields } from "@/lib/wire/shows/inputs";
import { readRhythm, readShowForm } from "./read-plan-form";
import { RhythmFields } from "./rhythm-fields";
import { usePlanForm } from "./use-plan-form";
import { DoorFields, FormRefusal, WordsFields } from "./words-fields";

type ShowFormProps<Value> = {
  /** `slug` null: it is chosen here, once. */
  initial: Omit<ShowFields, "slug"> & { slug: string | null };
  /** The day and hour that stand there at first where there is no rhythm. */
  firstAt: string;
  zones: readonly string[];
  clubs: readonly RoomClub[];
  submitText: string;
  send: (fields: ShowFields) => Promise<ApiAnswer<Value>>;
  onDone: (value: Value) => void;
};

/** All that a show says of itself, and when it is; for a new one and for changing it. */
export function ShowForm<Value>({ initial, firstAt, zones, clubs, submitText, send, onDone }: ShowFormProps<Value>) {
  const t = useTranslations("shows.form");
  const words = useRhythmWords();
  const { submit, busy, errorOf, formError } = usePlanForm((form) => send(readShowForm(form)), onDone);
  const [summary, setSummary] = useState(initial.rhythm ? words({ ...initial.rhythm, zone: initial.zone }) : null);
  const summarise = ({ currentTarget: form }: FormEvent<HTMLFormElement>): void => {
    const rhythm = readRhythm(form);
    setSummary(rhythm && words({ ...rhythm, zone: String(new FormData(form).get("zone") ?? "UTC") }));
  };
  return (
    <form onSubmit={submit} onChange={summarise} noValidate className="flex flex-col gap-6">
      <WordsFields initial={initial} errorOf={errorOf}>
        {initial.slug === null && (
          <Field id="slug" label={t("slug")} hint={t("slugHint")} error={errorOf("slug")}>
            <Input
              id="slug"
              name="slug"
              invalid={!!errorOf("slug")}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
            />
          </Field>
        )}
      </WordsFields>
      <RhythmFields
        initial={initial.rhythm}
        isNew={initial.slug === null}
        firstAt={firstAt}
        zone={initial.zone}
        zones={zones}
        errorOf={errorOf}
      />
      <p aria-live="polite" className="text-soft empty:hidden">
        {summary && t("summary", { rhythm: summary })}
      </p>
      <DoorFields initial={initial} club={{ chosen: initial.clubId, choice: clubs }} errorOf={errorOf} />
      <FormRefusal>{formError}</FormRefusal>
      <Button type="submit" look="act" busy={busy} className="self-start max-sm:w-full">
        {submitText}
      </Button>
    </form>
  );
}
