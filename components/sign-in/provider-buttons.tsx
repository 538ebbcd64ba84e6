"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { call } from "@/lib/client/call";

type ProviderButtonsProps = {
  providers: { id: string; name: string }[];
  next: string;
  /** Something else stands above, from which a line divides these. */
  divided: boolean;
};

/** The providers that this instance is set up for. Each leads to a page of theirs and back. */
export function ProviderButtons({ providers, next, divided }: ProviderButtonsProps) {
  const t = useTranslations("signIn");
  const { start, startingId, error } = useProviderSignIn(next);
  return (
    <section className="flex flex-col gap-3">
      {divided && (
        <p className="flex items-center gap-4 text-sm text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {t("or")}
        </p>
      )}
      {providers.map(({ id, name }) => (
        <Button key={id} busy={startingId === id} disabled={startingId !== null} onClick={() => start(id)}>
          {t("withProvider", { provider: name })}
        </Button>
      ))}
      <p role="alert" className="text-sm font-medium text-stop empty:hidden">
        {error}
      </p>
    </section>
  );
}

function useProviderSignIn(next: string) {
  const refusalText = useRefusalText();
  const [startingId, setStartingId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const start = async (id: string): Promise<void> => {
    setStartingId(id);
    setError(null);
    const answer = await call("POST /api/sign-in/providers/:provider", { params: { provider: id }, input: { next } });
    if (answer.ok) return location.assign(answer.value.url);
    setStartingId(null);
    setError(refusalText(answer));
  };
  return { start, startingId, error };
}
