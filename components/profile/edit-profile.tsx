"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { Textarea } from "@/components/ui/textarea";
import { ask } from "@/lib/client/api";
import type { PersonProfile } from "@/lib/wire/people/views";
import { LanguageList } from "./language-list";

/** One's own name, handle, words and languages. */
export function EditProfile({ person }: { person: PersonProfile }) {
  const t = useTranslations("profile");
  const common = useTranslations("common");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { submit, busy, error } = useEditProfile(() => setOpen(false));
  const errorOf = (field: string) => (error?.field === field ? error.text : undefined);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("edit")}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("edit")} closeLabel={common("close")}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-5">
          <Field id="name" label={t("name")} error={errorOf("name")}>
            <Input id="name" name="name" defaultValue={person.name} invalid={!!errorOf("name")} autoComplete="name" />
          </Field>
          <Field id="handle" label={t("handle")} hint={t("handleHint")} error={errorOf("handle")}>
            <Input
              id="handle"
              name="handle"
              defaultValue={person.handle ?? ""}
              invalid={!!errorOf("handle")}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
          <Field id="bio" label={t("bio")} hint={t("bioHint")} error={errorOf("bio")}>
            <Textarea id="bio" name="bio" defaultValue={person.bio} invalid={!!errorOf("bio")} />
          </Field>
          <LanguageList label={t("languages")} locale={locale} chosen={person.languages} />
          <p role="alert" className="rounded-md bg-stop-wash px-4 py-3 text-stop empty:hidden">
            {error?.field === null ? error.text : null}
          </p>
          <Button type="submit" look="act" busy={busy} className="self-start">
            {common("save")}
          </Button>
        </form>
      </Dialog>
    </>
  );
}

type FormError = { field: string | null; text: string };

function useEditProfile(onDone: () => void) {
  const t = useTranslations("profile");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<FormError | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const handle = String(fields.get("handle")).trim().toLowerCase();
    setBusy(true);
    setError(null);
    const answer = await ask("PATCH", "/api/me", {
      name: fields.get("name"),
      handle,
      bio: fields.get("bio"),
      languages: fields.getAll("languages"),
    });
    setBusy(false);
    if (answer.ok) {
      onDone();
      // The address of a profile is its handle.
      return location.pathname.endsWith(`/${handle}`) ? router.refresh() : router.replace(`/people/${handle}`);
    }
    if (answer.code === "handle_taken") return setError({ field: "handle", text: refusalText(answer) });
    const field = String(answer.facts.field ?? "");
    const known = (["name", "handle", "bio", "languages"] as const).find((one) => one === field);
    setError(known ? { field, text: t(`errors.${known}`) } : { field: null, text: refusalText(answer) });
  };
  return { submit, busy, error };
}
