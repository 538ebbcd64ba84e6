"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { call } from "@/lib/client/call";
import { readyToEnter } from "./enter";
import { NameStep } from "./name-step";

/** For a person who comes by a provider for the first time: the name it gave, to be kept or changed. */
export function ConfirmName({ known, next }: { known: string; next: string }) {
  const t = useTranslations("signIn");
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const confirm = async (name: string): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const enter = readyToEnter();
    const answer = await call("POST /api/me/name", { input: { name } });
    // Not found: it was confirmed on another page meanwhile.
    if (answer.ok || answer.code === "not_found") return enter(next);
    setBusy(false);
    setError(answer.code === "bad_input" ? t("badName") : refusalText(answer));
  };
  const lead = t(known === "" ? "nameHint" : "providerNameLead");
  return <NameStep lead={lead} known={known} busy={busy} error={error} onName={confirm} />;
}
