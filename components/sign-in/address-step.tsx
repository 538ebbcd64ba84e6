import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type AddressStepProps = { hint: string; busy: boolean; error: string | undefined; onSend: (email: string) => void };

export function AddressStep({ hint, busy, error, onSend }: AddressStepProps) {
  const t = useTranslations("signIn");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend(String(new FormData(event.currentTarget).get("email")));
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field id="email" label={t("address")} hint={hint} error={error}>
        <Input
          id="email"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          invalid={!!error}
        />
      </Field>
      <Button type="submit" look="act" busy={busy}>
        {busy ? t("sending") : t("sendCode")}
      </Button>
    </form>
  );
}
