"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useSaid } from "@/components/ui/name";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";

/** For somebody new who was told a code instead of a link. What is filled in beside it stays. */
export function InviteCodeForm() {
  const t = useTranslations("signIn.invite");
  const { submit, busy, error } = useInviteCode();
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 rounded-lg border border-line bg-card p-5 sm:p-7">
      <Field id="invite-code" label={t("label")} hint={t("hint")} error={error}>
        <Input
          id="invite-code"
          name="code"
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          invalid={!!error}
          className="font-mono"
        />
      </Field>
      <Button type="submit" busy={busy} className="self-start">
        {t("use")}
      </Button>
    </form>
  );
}

function useInviteCode() {
  const t = useTranslations("signIn.invite");
  const router = useRouter();
  const said = useSaid();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code"));
    setBusy(true);
    setError(undefined);
    const answer = await call("POST /api/sign-in/invite-code", { input: { code } });
    setBusy(false);
    if (answer.ok) {
      toast(t("done", { name: said(answer.value.by) }));
      return router.refresh();
    }
    const isUnknown = answer.code === "not_found" || answer.code === "bad_input";
    setError(isUnknown ? t("unknown") : refusalText(answer));
  };
  return { submit: (event: FormEvent<HTMLFormElement>) => void submit(event), busy, error };
}
