import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type TokenFormProps = {
  busy: boolean;
  error: string | undefined;
  onMake: (event: FormEvent<HTMLFormElement>) => void;
};

export function TokenForm({ busy, error, onMake }: TokenFormProps) {
  const t = useTranslations("settings");
  return (
    <form onSubmit={onMake} noValidate className="flex flex-col gap-4 border-t border-line pt-6">
      <Field id="tokenName" label={t("tokenName")} beside hint={t("tokenNameHint")} error={error}>
        <Input id="tokenName" name="tokenName" autoComplete="off" invalid={!!error} />
      </Field>
      <fieldset className="flex flex-wrap gap-x-8">
        <legend className="pb-1 font-semibold">{t("tokenScopes")}</legend>
        <Scope value="read" text={t("scopeRead")} hint={t("scopeReadHint")} />
        <Scope value="write" text={t("scopeWrite")} hint={t("scopeWriteHint")} />
      </fieldset>
      <Button type="submit" look="act" busy={busy} className="self-start">
        {busy ? t("makingToken") : t("makeToken")}
      </Button>
    </form>
  );
}

function Scope({ value, text, hint }: { value: "read" | "write"; text: string; hint: string }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input type="checkbox" name="scopes" value={value} defaultChecked className="size-5 shrink-0 accent-ink" />
      <span>
        <span className="block font-medium">{text}</span>
        <span className="block text-sm text-soft">{hint}</span>
      </span>
    </label>
  );
}
