"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { type ApiRefusal, call } from "@/lib/client/call";
import { SIGN_UP_REFUSALS } from "@/lib/domain/sign-in/sign-up";
import { readyToEnter } from "./enter";

/** A code that is on its way. */
type SentCode = { email: string; digits: number };

/** The steps of signing in by a code. `sent` is null until one is on its way; `lacksName`: the code is right, and they are new. */
export function useCodeSignIn(next: string) {
  const t = useTranslations("signIn");
  const refusalText = useRefusalText();
  const [sent, setSent] = useState<SentCode | null>(null);
  const [rightCode, setRightCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();

  const explained = ({ code, facts }: ApiRefusal): string => {
    if (code === "code_wrong" || (code === "bad_input" && facts.field === "code")) return t("codeWrong");
    if (code === "bad_input" && facts.field === "name") return t("badName");
    const keptOut = SIGN_UP_REFUSALS.find((one) => one === code);
    if (keptOut) return t(`keptOut.${keptOut}`);
    return code === "bad_input" ? t("badAddress") : refusalText({ ok: false, code, facts });
  };

  const during = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    await act();
  };

  const askForCode = (email: string): Promise<void> =>
    during(async () => {
      const answer = await call("POST /api/sign-in/codes", { input: { email } });
      setBusy(false);
      if (answer.ok) {
        if (sent !== null) toast(t("newCodeSent"));
        return setSent(answer.value);
      }
      const waitSeconds = Number(answer.facts.retryAfterSeconds ?? 0);
      const canWait = sent !== null && answer.code === "too_many";
      setError(canWait ? t("useSentCode", { minutes: Math.ceil(waitSeconds / 60) }) : explained(answer));
    });

  const signIn = (code: string, name?: string): Promise<void> =>
    during(async () => {
      const enter = readyToEnter();
      const answer = await call("POST /api/sessions", { input: { email: sent?.email ?? "", code, name } });
      // On success the button stays busy until the next page is there.
      if (answer.ok) return enter(next);
      setBusy(false);
      if (answer.code === "name_needed") return setRightCode(code);
      // It was right a moment ago and does not count any more: only a new one helps.
      if (answer.code === "code_wrong" || answer.code === "invite_spent") setRightCode(null);
      setError(explained(answer));
    });

  const startOver = (): void => {
    setSent(null);
    setError(undefined);
  };

  return {
    sent,
    lacksName: rightCode !== null,
    busy,
    error,
    askForCode,
    checkCode: (code: string) => signIn(code),
    giveName: (name: string) => signIn(rightCode ?? "", name),
    askAgain: () => askForCode(sent?.email ?? ""),
    startOver,
  };
}
