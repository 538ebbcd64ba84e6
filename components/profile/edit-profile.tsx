"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { useTextRefusal } from "@/components/frame/use-text-refusal";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { Textarea } from "@/components/ui/textarea";
import { TopicsField } from "@/components/ui/topics-field";
import { call } from "@/lib/client/call";
import { COMMA } from "@/lib/domain/text/comma";
import type { PersonProfile } from "@/lib/wire/people/views";
import { LanguageList } from "./language-list";

/** One's own name, handle, words, links, topics and languages. */
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
          <Field id="links" label={t("links")} hint={t("linksHint")} error={errorOf("links")}>
            <Textarea
              id="links"
              name="links"
              defaultValue={person.links.join("\n")}
              invalid={!!errorOf("links")}
              dir="ltr"
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              placeholder="https://"
            />
          </Field>
          <TopicsField label={t("topics")} hint={t("topicsHint")} error={errorOf("topics")} chosen={person.topics} />
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

const partsOf = (text: string, between: string | RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);

type FormError = { field: string | null; text: string };

function useEditProfile(onDone: () => void) {
  const t = useTranslations("profile");
  const router = useRouter();
  const refusalText = useRefusalText();
  const ofText = useTextRefusal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<FormError | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const handle = String(fields.get("handle")).trim().toLowerCase();
    setBusy(true);
    setError(null);
    const answer = await call("PATCH /api/me", {
      input: {
        name: String(fields.get("name")),
        handle,
        bio: String(fields.get("bio")),
        links: partsOf(String(fields.get("links")), /\s+/),
        topics: partsOf(String(fields.get("topics")), COMMA),
        languages: fields.getAll("languages").map(String),
      },
    });
    setBusy(false);
    if (answer.ok) {
      onDone();
      // The address of a profile is its handle.
      return location.pathname.endsWith(`/${handle}`) ? router.refresh() : router.replace(`/people/${handle}`);
    }
    if (answer.code === "handle_taken") return setError({ field: "handle", text: refusalText(answer) });
    // Of a list the place stands behind the name.
    const field = String(answer.facts.field ?? "").replace(/\..*$/, "");
    const known = (["name", "handle", "bio", "links", "topics", "languages"] as const).find((one) => one === field);
    setError(
      known
        ? { field, text: ofText(answer.facts) ?? t(`errors.${known}`) }
        : { field: null, text: refusalText(answer) },
    );
  };
  return { submit, busy, error };
}
