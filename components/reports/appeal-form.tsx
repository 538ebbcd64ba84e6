"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { call } from "@/lib/client/call";

/** Says why a decision is wrong. */
export function AppealForm({ decisionKey }: { decisionKey: string }) {
  const t = useTranslations("reports.decision");
  const router = useRouter();
  const sayRefusal = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const send = async (text: string): Promise<void> => {
    setBusy(true);
    const answer = await call("POST /api/decisions/:key/appeal", { params: { key: decisionKey }, input: { text } });
    setBusy(false);
    setError(answer.ok ? undefined : sayRefusal(answer));
    if (answer.ok) router.refresh();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(String(new FormData(event.currentTarget).get("text")));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field id="appeal-text" label={t("appealLabel")} error={error}>
        <Textarea id="appeal-text" name="text" required characters={2_000} invalid={!!error} />
      </Field>
      <Button type="submit" busy={busy} className="self-start">
        {t("appeal")}
      </Button>
    </form>
  );
}
