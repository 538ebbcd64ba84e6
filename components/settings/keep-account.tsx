"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { Button } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";
import { call } from "@/lib/client/call";

/** All that somebody sees who gave their account up: until when they can keep it, and the two ways on. `until` null: the week is over. */
export function KeepAccount({ until }: { until: string | null }) {
  const t = useTranslations("account.leaving");
  const common = useTranslations("common");
  const format = useFormatter();
  const { under, keep, signOut } = useKeepAccount();
  return (
    <section className="wrap-page max-w-lg pb-28 pt-4 md:pt-16">
      <p className="mb-8 flex items-center gap-2.5 text-2xl font-bold tracking-tight">
        <Logo />
        {common("plenum")}
      </p>
      <div className="rounded-lg border border-line bg-card p-5 sm:p-7">
        <h1 className="text-2xl font-bold">{t(until ? "title" : "overTitle")}</h1>
        <p className="mb-6 mt-2 text-soft">
          {until
            ? t("text", { date: format.dateTime(new Date(until), { dateStyle: "full", timeStyle: "short" }) })
            : t("overText")}
        </p>
        <div className="flex flex-wrap gap-3">
          {until && (
            <Button look="act" busy={under === "keep"} disabled={under !== null} onClick={keep}>
              {t("keep")}
            </Button>
          )}
          <Button busy={under === "signOut"} disabled={under !== null} onClick={signOut}>
            {t("signOut")}
          </Button>
        </div>
      </div>
    </section>
  );
}

function useKeepAccount() {
  const attempt = useAttempt();
  const [under, setUnder] = useState<"keep" | "signOut" | null>(null);
  const during = async (act: "keep" | "signOut"): Promise<void> => {
    setUnder(act);
    const answer =
      act === "keep" ? call("PUT /api/me") : call("DELETE /api/sessions", { input: { everywhere: false } });
    // Loaded anew: everything on the page depends on who looks.
    if (!(await attempt(answer, () => location.assign("/")))) setUnder(null);
  };
  return { under, keep: () => void during("keep"), signOut: () => void during("signOut") };
}
