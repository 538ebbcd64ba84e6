"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import type { AccessTokenView } from "@/lib/wire/sign-in/views";

/** One's access tokens. `fresh` is the token just made, until it is put away: the only time that it is seen. */
export function useAccessTokens(initial: AccessTokenView[]) {
  const t = useTranslations("settings");
  const refusalText = useRefusalText();
  const [tokens, setTokens] = useState(initial);
  const [fresh, setFresh] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();

  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    setBusy(true);
    setError(undefined);
    const input = { name: String(fields.get("tokenName")), scopes: fields.getAll("scopes") as ("read" | "write")[] };
    const answer = await call("POST /api/access-tokens", { input });
    setBusy(false);
    if (!answer.ok) {
      return setError(
        answer.code === "bad_input" ? t(answer.facts.field === "name" ? "badName" : "noScope") : refusalText(answer),
      );
    }
    setTokens((before) => [answer.value.accessToken, ...before]);
    setFresh(answer.value.token);
    form.reset();
  };

  const revoke = async (id: string): Promise<void> => {
    const answer = await call("DELETE /api/access-tokens/:tokenId", { params: { tokenId: id } });
    if (!answer.ok && answer.code !== "not_found") return toast(refusalText(answer));
    setTokens((before) => before.filter((token) => token.id !== id));
    toast(t("revoked"));
  };

  return { tokens, fresh, busy, error, make, revoke, putAway: () => setFresh(null) };
}
