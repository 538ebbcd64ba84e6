import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type NameStepProps = {
  /** Where the name comes from that stands there, or why there is none. */
  lead: string;
  known?: string;
  busy: boolean;
  error: string | undefined;
  onName: (name: string) => void;
};

/** Asks somebody new by which name others shall know them. */
export function NameStep({ lead, known = "", busy, error, onName }: NameStepProps) {
  const t = useTranslations("signIn");
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onName(String(new FormData(event.currentTarget).get("name")));
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <div role="status" className="flex flex-col gap-2">
        <h2 className="text-xl font-semibold">{t("nameTitle")}</h2>
        <p className="text-soft">{lead}</p>
      </div>
      <Field id="name" label={t("name")} hint={t("nameHint")} error={error}>
        <Input
          id="name"
          name="name"
          ref={box}
          dir="auto"
          defaultValue={known}
          autoComplete="name"
          required
          invalid={!!error}
        />
      </Field>
      <Button type="submit" look="act" busy={busy}>
        {t("enterAs")}
      </Button>
    </form>
  );
}
