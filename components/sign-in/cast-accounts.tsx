"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import type { SignInWays } from "@/lib/wire/sign-in/views";
import { readyToEnter } from "./enter";

/** One-tap accounts of local mode, so that a newcomer sees Plenum from every seat within a minute. */
export function CastAccounts({ cast, next }: { cast: SignInWays["cast"]; next: string }) {
  const t = useTranslations("signIn");
  const { signInAs, busyHandle } = useCastSignIn(next);
  return (
    <section aria-labelledby="cast">
      <h2 id="cast" className="text-xl font-semibold">
        {t("castTitle")}
      </h2>
      <p className="mb-4 mt-1 text-soft">{t("castLead")}</p>
      <ul className="overflow-hidden rounded-lg border border-line bg-card">
        {cast.map(({ bio, ...person }) => (
          <li key={person.id} className="border-line not-first:border-t">
            <button
              type="button"
              disabled={busyHandle !== null}
              aria-label={t("castSignIn", { name: person.name })}
              onClick={() => signInAs(person.handle ?? "")}
              className="flex min-h-16 w-full items-center gap-4 px-4 py-3 text-start hover:bg-line/40 disabled:cursor-wait"
            >
              <Portrait person={person} hat className="size-11" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">
                  <bdi>{person.name}</bdi>
                </span>
                <bdi className="side-of-parent block text-sm text-soft">{bio}</bdi>
              </span>
              {busyHandle === person.handle && <Spinner />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useCastSignIn(next: string) {
  const refusalText = useRefusalText();
  const [busyHandle, setBusyHandle] = useState<string | null>(null);
  const signInAs = async (handle: string): Promise<void> => {
    setBusyHandle(handle);
    const enter = readyToEnter();
    const answer = await call("POST /api/cast/:handle/session", { params: { handle } });
    if (answer.ok) return enter(next);
    setBusyHandle(null);
    toast(refusalText(answer));
  };
  return { signInAs, busyHandle };
}
