import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { CODE_DIGITS, readCode } from "@/lib/domain/sign-in/sign-in-code";
import { DevMailLink } from "./dev-mail-link";

type CodeStepProps = {
  email: string;
  digits: number;
  /** There is no mail server: the mail lies on a page of this instance. */
  mailOnPage: boolean;
  busy: boolean;
  error: string | undefined;
  onCheck: (code: string) => void;
  onSendAgain: () => void;
  onOtherAddress: () => void;
};

export function CodeStep(props: CodeStepProps) {
  const { email, digits, mailOnPage, busy, error, onCheck, onSendAgain, onOtherAddress } = props;
  const t = useTranslations("signIn");
  const box = useRef<HTMLInputElement>(null);
  // A person who asked for a code types it next.
  useEffect(() => box.current?.focus(), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onCheck(String(new FormData(event.currentTarget).get("code")));
  };
  // The last digit, typed or filled in by the phone, says that the code is whole.
  const sendWhole = (event: FormEvent<HTMLInputElement>) => {
    const code = readCode(event.currentTarget.value);
    if (code?.length === digits && !busy) onCheck(code);
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <div role="status" className="flex flex-col gap-2">
        <h2 className="text-xl font-semibold">{t("codeTitle")}</h2>
        <p className="text-soft">{t("codeSentTo", { email, digits })}</p>
        {mailOnPage && (
          <p>
            {t.rich("codeOnPage", {
              link: (text) => <DevMailLink>{text}</DevMailLink>,
            })}
          </p>
        )}
      </div>
      <Field id="code" label={t("code", { digits })} error={error}>
        <Input
          id="code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          ref={box}
          maxLength={2 * digits - 1}
          required
          invalid={!!error}
          onInput={sendWhole}
          className={`text-center font-semibold ${digits > CODE_DIGITS ? "text-xl! tracking-widest" : "text-3xl! tracking-[0.35em]"}`}
        />
      </Field>
      <Button type="submit" look="act" busy={busy}>
        {busy ? t("checking") : t("checkCode")}
      </Button>
      <div className="flex flex-wrap gap-x-2">
        <Button look="quiet" size="small" disabled={busy} onClick={onSendAgain}>
          {t("newCode")}
        </Button>
        <Button look="quiet" size="small" disabled={busy} onClick={onOtherAddress}>
          {t("otherAddress")}
        </Button>
      </div>
    </form>
  );
}
