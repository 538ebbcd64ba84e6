"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { type ApiRefusal, call } from "@/lib/client/call";

type Step = { at: "idle" } | { at: "address" } | { at: "code"; email: string; digits: number };

/** The steps to another address: which one, the code that was sent there, done. */
export function useChangeAddress(initial: string | null) {
  const t = useTranslations("account.address");
  const refusalText = useRefusalText();
  const [email, setEmail] = useState(initial);
  const [step, setStep] = useState<Step>({ at: "idle" });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();

  const go = (next: Step): void => {
    setStep(next);
    setError(undefined);
  };
  const explained = (refusal: ApiRefusal): string => {
    if (refusal.code === "code_wrong" || refusal.facts.field === "code") return t("codeWrong");
    return refusal.code === "bad_input" ? t("bad") : refusalText(refusal);
  };
  const send = async (wanted: string): Promise<void> => {
    setBusy(true);
    const answer = await call("POST /api/me/address/codes", { input: { email: wanted } });
    setBusy(false);
    if (answer.ok) go({ at: "code", ...answer.value });
    else setError(explained(answer));
  };
  const confirm = async (code: string): Promise<void> => {
    if (step.at !== "code") return;
    setBusy(true);
    const answer = await call("PUT /api/me/address", { input: { email: step.email, code } });
    setBusy(false);
    if (!answer.ok) return setError(explained(answer));
    setEmail(answer.value.email);
    go({ at: "idle" });
    toast(t("changed"));
  };
  return {
    email,
    step,
    busy,
    error,
    send,
    confirm,
    open: () => go({ at: "address" }),
    close: () => go({ at: "idle" }),
  };
}
