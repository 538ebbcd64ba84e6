"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { DevMailLink } from "@/components/sign-in/dev-mail-link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { isolated } from "@/lib/domain/text/isolated";
import { useChangeAddress } from "./use-change-address";

type ChangeAddressProps = {
  initial: string | null;
  /** There is no mail server: the mail lies on a page of this instance. */
  mailOnPage: boolean;
};

/** The address by which I sign in, and another one: it counts once the code that was sent there has come back. */
export function ChangeAddress({ initial, mailOnPage }: ChangeAddressProps) {
  const t = useTranslations("account.address");
  const { email, step, busy, error, open, close, send, confirm } = useChangeAddress(initial);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-48">
          <span className="block text-sm text-soft">{t("label")}</span>
          <bdi className="side-of-parent block font-semibold [overflow-wrap:anywhere]">{email ?? t("none")}</bdi>
        </p>
        {step.at === "idle" && <Button onClick={open}>{t(email ? "change" : "add")}</Button>}
      </div>
      {step.at === "address" && <NewAddress busy={busy} error={error} onSend={send} onCancel={close} />}
      {step.at === "code" && (
        <Code
          email={step.email}
          digits={step.digits}
          mailOnPage={mailOnPage}
          busy={busy}
          error={error}
          onConfirm={confirm}
          onCancel={close}
        />
      )}
    </div>
  );
}

type StepProps = { busy: boolean; error: string | undefined; onCancel: () => void };

function NewAddress({ busy, error, onSend, onCancel }: StepProps & { onSend: (email: string) => void }) {
  const t = useTranslations("account.address");
  const common = useTranslations("common");
  const box = useFocus();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend(String(new FormData(event.currentTarget).get("newAddress")));
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field id="newAddress" label={t("new")} hint={t("newHint")} error={error}>
        <Input id="newAddress" name="newAddress" type="email" autoComplete="email" ref={box} invalid={!!error} />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="act" busy={busy}>
          {t("send")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}

type CodeProps = StepProps & {
  email: string;
  digits: number;
  mailOnPage: boolean;
  onConfirm: (code: string) => void;
};

function Code({ email, digits, mailOnPage, busy, error, onConfirm, onCancel }: CodeProps) {
  const t = useTranslations("account.address");
  const common = useTranslations("common");
  const box = useFocus();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onConfirm(String(new FormData(event.currentTarget).get("addressCode")));
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <p role="status" className="text-soft [overflow-wrap:anywhere]">
        {t("sent", { email: isolated(email), digits })}
      </p>
      {mailOnPage && (
        <p>
          {t.rich("onPage", {
            link: (text) => <DevMailLink>{text}</DevMailLink>,
          })}
        </p>
      )}
      <Field id="addressCode" label={t("code")} error={error}>
        <Input
          id="addressCode"
          name="addressCode"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={2 * digits - 1}
          ref={box}
          invalid={!!error}
        />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="act" busy={busy}>
          {t("confirm")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}

/** What was just asked for is filled in next. */
function useFocus() {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return box;
}
