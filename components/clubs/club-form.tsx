"use client";

import { useLocale, useTranslations } from "next-intl";
import { LanguageList } from "@/components/profile/language-list";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { TopicsField } from "@/components/ui/topics-field";
import type { ApiAnswer } from "@/lib/client/call";
import { CLUB_ADMISSIONS } from "@/lib/domain/clubs/club";
import type { ClubFields } from "@/lib/wire/clubs/inputs";
import { useClubForm } from "./use-club-form";

type ClubFormProps<Value> = {
  /** `handle` null: it is chosen here, once. */
  initial: Omit<ClubFields, "handle"> & { handle: string | null };
  submitText: string;
  send: (fields: ClubFields) => Promise<ApiAnswer<Value>>;
  onDone: (value: Value) => void;
};

/** All that a club says of itself, and whom it takes in; for a new one and for changing it. */
export function ClubForm<Value>({ initial, submitText, send, onDone }: ClubFormProps<Value>) {
  const t = useTranslations("clubs.form");
  const locale = useLocale();
  const { submit, busy, error } = useClubForm(send, onDone);
  const errorOf = (field: string) => (error?.field === field ? error.text : undefined);
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <Field id="name" label={t("name")} error={errorOf("name")}>
        <Input id="name" name="name" defaultValue={initial.name} invalid={!!errorOf("name")} autoComplete="off" />
      </Field>
      {initial.handle === null && (
        <Field id="handle" label={t("handle")} hint={t("handleHint")} error={errorOf("handle")}>
          <Input
            id="handle"
            name="handle"
            invalid={!!errorOf("handle")}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
          />
        </Field>
      )}
      <Field id="description" label={t("descriptionLabel")} hint={t("descriptionHint")} error={errorOf("description")}>
        <Textarea
          id="description"
          name="description"
          defaultValue={initial.description}
          invalid={!!errorOf("description")}
        />
      </Field>
      <Field id="rules" label={t("rules")} hint={t("rulesHint")} error={errorOf("rules")}>
        <Textarea id="rules" name="rules" defaultValue={initial.rules} invalid={!!errorOf("rules")} />
      </Field>
      <Choices
        name="admission"
        label={t("admission")}
        chosen={initial.admission}
        options={CLUB_ADMISSIONS.map((one) => ({ value: one, text: t(one), hint: t(`${one}Hint`) }))}
      />
      <TopicsField label={t("topics")} hint={t("topicsHint")} error={errorOf("topics")} chosen={initial.topics} />
      <LanguageList label={t("languages")} locale={locale} chosen={initial.languages} />
      <p role="alert" className="rounded-md bg-stop-wash px-4 py-3 text-stop empty:hidden">
        {error?.field === null || error?.field === "languages" ? error.text : null}
      </p>
      <Button type="submit" look="act" busy={busy} className="self-start max-sm:w-full">
        {submitText}
      </Button>
    </form>
  );
}
