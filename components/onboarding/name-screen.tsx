"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { call } from "@/lib/client/call";
import { spellHandle } from "@/lib/domain/people/read-handle";
import type { HandleAnswer } from "@/lib/wire/onboarding/views";
import { ScreenActs } from "./screen-acts";
import { useHandle } from "./use-handle";
import { useScreen } from "./use-screen";

type NameScreenProps = { name: string; handle: string; next: string };

/** By which name and handle others find somebody new; the handle is looked up as they type. */
export function NameScreen({ name, handle, next }: NameScreenProps) {
  const t = useTranslations("welcome.name");
  const { kept, formKey, onChange, goOn } = useScreen("name", next);
  const { submit, busy, error } = useSaveName({ name, handle }, goOn);
  const { checked, check } = useHandle();
  const box = useRef<HTMLInputElement>(null);
  const take = (instead: string): void => {
    if (!box.current) return;
    box.current.value = instead;
    box.current.dispatchEvent(new Event("input", { bubbles: true }));
    box.current.focus();
  };
  return (
    <form key={formKey} onSubmit={submit} onInput={onChange} noValidate className="flex flex-col gap-6">
      <Field id="name" label={t("name")} error={error?.field === "name" ? error.text : undefined}>
        <Input
          id="name"
          name="name"
          defaultValue={kept?.name?.[0] ?? name}
          invalid={error?.field === "name"}
          autoComplete="name"
        />
      </Field>
      <Field
        id="handle"
        label={t("handle")}
        hint={t("handleHint")}
        error={error?.field === "handle" ? error.text : undefined}
      >
        <Input
          id="handle"
          name="handle"
          ref={box}
          dir="ltr"
          defaultValue={kept?.handle?.[0] ?? handle}
          invalid={error?.field === "handle"}
          onInput={({ currentTarget }) => check(currentTarget.value)}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <HandleState checked={checked} wanted={box.current?.value ?? handle} onTake={take} />
      </Field>
      <p role="alert" className="rounded-md bg-stop-wash px-4 py-3 text-stop empty:hidden">
        {error?.field === null ? error.text : null}
      </p>
      <ScreenActs busy={busy} onSkip={goOn} />
    </form>
  );
}

type HandleStateProps = { checked: HandleAnswer | "asking" | null; wanted: string; onTake: (instead: string) => void };

function HandleState({ checked, wanted, onTake }: HandleStateProps) {
  const t = useTranslations("welcome.name");
  const spelt = spellHandle(wanted);
  const isBad = checked !== null && checked !== "asking" && (checked.state === "taken" || checked.state === "unfit");
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
      <p role="status" className={isBad ? "text-sm font-medium text-stop" : "text-sm text-soft"}>
        {checked === "asking" && t("checking")}
        {checked !== null && checked !== "asking" && t(checked.state, { handle: spelt })}
      </p>
      {checked !== null && checked !== "asking" && checked.instead !== null && (
        <Button size="small" onClick={() => onTake(checked.instead ?? "")}>
          {t("instead", { handle: checked.instead })}
        </Button>
      )}
    </div>
  );
}

type ScreenError = { field: "name" | "handle" | null; text: string };

function useSaveName(before: { name: string; handle: string }, goOn: () => void) {
  const t = useTranslations("welcome.name");
  const signIn = useTranslations("signIn");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ScreenError | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = String(fields.get("name")).trim();
    const handle = spellHandle(String(fields.get("handle")));
    const input = { ...(name !== before.name && { name }), ...(handle !== before.handle && { handle }) };
    if (Object.keys(input).length === 0) return goOn();
    setBusy(true);
    setError(null);
    const answer = await call("PATCH /api/me", { input });
    setBusy(false);
    if (answer.ok) {
      goOn();
      return router.refresh();
    }
    const text = refusalText(answer);
    if (answer.code === "handle_taken") return setError({ field: "handle", text });
    if (answer.code !== "bad_input") return setError({ field: null, text });
    const isHandle = answer.facts.field === "handle";
    const isOther = answer.facts.reason === "name_of_rank" || answer.facts.reason === "nothing_to_see";
    setError({ field: isHandle ? "handle" : "name", text: isHandle ? t("unfit") : isOther ? text : signIn("badName") });
  };
  return { submit: (event: FormEvent<HTMLFormElement>) => void submit(event), busy, error };
}
