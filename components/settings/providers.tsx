"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import type { SignInMethods } from "@/lib/wire/account/views";

/** The providers by which I signed in; each can be unlinked while there is another way in. */
export function Providers({ initial }: { initial: SignInMethods["providers"] }) {
  const t = useTranslations("account.methods");
  const format = useFormatter();
  const attempt = useAttempt();
  const [providers, setProviders] = useState(initial);
  const unlink = (provider: string, name: string): void => {
    void attempt(call("DELETE /api/me/providers/:provider", { params: { provider } }), () => {
      setProviders((before) => before.filter((one) => one.provider !== provider));
      toast(t("unlinked", { name }));
    });
  };
  if (providers.length === 0) return null;
  return (
    <ul className="mt-4 flex flex-col">
      {providers.map(({ provider, name, linkedAt }) => (
        <li key={provider} className="flex flex-wrap items-center gap-3 border-t border-line py-3">
          <p className="min-w-0 flex-1 basis-40">
            <span className="block font-semibold">{name}</span>
            <span className="block text-sm text-soft">
              {t("since", { date: format.dateTime(new Date(linkedAt), { dateStyle: "medium" }) })}
            </span>
          </p>
          <Button
            look="end"
            size="small"
            aria-label={t("unlinkNamed", { name })}
            onClick={() => unlink(provider, name)}
          >
            {t("unlink")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
