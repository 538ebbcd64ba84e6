"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { call } from "@/lib/client/call";
import { REPORT_REASONS, type ReportReason } from "@/lib/domain/reports/report";

type ReportFormProps = {
  /** What it is about, as far as that is known. */
  about: string;
  message?: number;
  /** They are told by mail, if they want to. */
  withoutAccount: boolean;
};

/** Says what should not be here, and why. What was written stays where it cannot be sent. */
export function ReportForm({ about, message, withoutAccount }: ReportFormProps) {
  const t = useTranslations("reports.form");
  const { busy, error, submit } = useReport(message);
  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      <Field id="report-address" label={t("address")} hint={t(message === undefined ? "addressHint" : "messageHint")}>
        <Input
          id="report-address"
          name="address"
          dir="ltr"
          required
          defaultValue={about}
          readOnly={message !== undefined}
          characters={500}
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <Field id="report-reason" label={t("reason")}>
        <Select
          id="report-reason"
          name="reason"
          options={REPORT_REASONS.map((value) => ({ value, text: t(`reasons.${value}`) }))}
          defaultValue="harassment"
        />
      </Field>
      <Field id="report-text" label={t("text")} hint={t("textHint")}>
        <Textarea id="report-text" name="text" characters={2_000} />
      </Field>
      {withoutAccount && (
        <>
          <Field id="report-name" label={t("name")} hint={t("nameHint")}>
            <Input id="report-name" name="name" characters={100} autoComplete="name" />
          </Field>
          <Field id="report-mail" label={t("mail")} hint={t("mailHint")}>
            <Input id="report-mail" name="mail" type="email" dir="ltr" autoComplete="email" autoCapitalize="none" />
          </Field>
        </>
      )}
      <Checkbox name="inGoodFaith" checked={false} required>
        {t("goodFaith")}
      </Checkbox>
      <p aria-live="polite" className="text-sm font-medium text-stop empty:hidden">
        {error}
      </p>
      <Button type="submit" look="act" busy={busy} className="self-start">
        {t("send")}
      </Button>
    </form>
  );
}

function useReport(message: number | undefined) {
  const router = useRouter();
  const sayRefusal = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const send = async (form: FormData): Promise<void> => {
    const said = (name: string): string => String(form.get(name) ?? "").trim();
    setBusy(true);
    setError(null);
    const answer = await call("POST /api/reports", {
      input: {
        ...{ address: said("address"), reason: said("reason") as ReportReason, text: said("text"), name: said("name") },
        ...(message !== undefined && { message }),
        ...(said("mail") && { mail: said("mail") }),
        inGoodFaith: true,
      },
    });
    if (answer.ok) return router.push(`/reports/${answer.value.key}`);
    setBusy(false);
    setError(sayRefusal(answer));
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(new FormData(event.currentTarget));
  };
  return { busy, error, submit };
}
