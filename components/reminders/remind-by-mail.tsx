"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Disclosure } from "@/components/sharing/disclosure";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { remindersApi } from "@/lib/client/reminders/reminders-api";

/** Of what: one episode, or a show's. */
type Of = { roomId: string } | { showId: string };

/** For somebody without an account: an address that is told, once its owner has said yes in a mail. */
export function RemindByMail({ of }: { of: Of }) {
  const t = useTranslations("reminders.mail");
  const { state, error, submit } = useMail(of);
  return (
    <Disclosure title={t("open")}>
      <p className="text-soft">{t("showId" in of ? "leadShow" : "lead")}</p>
      {state === "sent" ? (
        <p role="status" className="font-semibold">
          {t("sent")}
        </p>
      ) : (
        <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-3">
          <Field id="remind-mail" label={t("label")} error={error}>
            <Input
              id="remind-mail"
              name="email"
              type="email"
              dir="ltr"
              autoComplete="email"
              autoCapitalize="none"
              spellCheck={false}
              invalid={!!error}
            />
          </Field>
          <Button type="submit" busy={state === "asked"} className="self-start">
            {t("act")}
          </Button>
        </form>
      )}
    </Disclosure>
  );
}

function useMail(of: Of) {
  const sayRefusal = useRefusalText();
  const [state, setState] = useState<"open" | "asked" | "sent">("open");
  const [error, setError] = useState<string | undefined>();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email"));
    setState("asked");
    setError(undefined);
    const answer =
      "showId" in of
        ? await remindersApi.askForShowMail(of.showId, email)
        : await remindersApi.askForEpisodeMail(of.roomId, email);
    setState(answer.ok ? "sent" : "open");
    if (!answer.ok) setError(sayRefusal(answer));
  };
  return { state, error, submit: (event: FormEvent<HTMLFormElement>) => void submit(event) };
}
