"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { type ApiRefusal, call } from "@/lib/client/call";
import { enter } from "./enter";

/** The two steps of signing in by a code. `sentTo` is null until a code is on its way. */
export function useCodeSignIn(next: string) {
  const t = useTranslations("signIn");
  const refusalText = useRefusalText();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();

  const explained = ({ code, facts }: ApiRefusal): string => {
    if (code === "code_wrong" || (code === "bad_input" && facts.field === "code")) return t("codeWrong");
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
      if (!answer.ok) return setError(explained(answer));
      if (sentTo !== null) toast(t("newCodeSent"));
      setSentTo(answer.value.email);
    });

  const checkCode = (code: string): Promise<void> =>
    during(async () => {
      const answer = await call("POST /api/sessions", { input: { email: sentTo ?? "", code } });
      // On success the button stays busy until the next page is there.
      if (answer.ok) return enter(next);
      setBusy(false);
      setError(explained(answer));
    });

  const startOver = (): void => {
    setSentTo(null);
    setError(undefined);
  };

  return { sentTo, busy, error, askForCode, checkCode, askAgain: () => askForCode(sentTo ?? ""), startOver };
}
