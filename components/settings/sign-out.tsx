"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";

/** Out of this browser, or out of all of them. */
export function SignOut() {
  const t = useTranslations("settings");
  const { signOut, under } = useSignOut();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-3">
        <Button busy={under === "here"} disabled={under !== null} onClick={() => signOut("here")}>
          {under === "here" ? t("signingOut") : t("signOutHere")}
        </Button>
        <Button
          look="end"
          busy={under === "everywhere"}
          disabled={under !== null}
          onClick={() => signOut("everywhere")}
          aria-describedby="everywhere"
        >
          {under === "everywhere" ? t("signingOut") : t("signOutEverywhere")}
        </Button>
      </div>
      <p id="everywhere" className="text-sm text-soft">
        {t("signOutEverywhereHint")}
      </p>
    </div>
  );
}

type Where = "here" | "everywhere";

function useSignOut() {
  const refusalText = useRefusalText();
  const [under, setUnder] = useState<Where | null>(null);
  const signOut = async (where: Where): Promise<void> => {
    setUnder(where);
    const answer = await call("DELETE /api/sessions", { input: { everywhere: where === "everywhere" } });
    // Loaded anew, since everything on the page was this person's.
    if (answer.ok) return location.assign("/");
    setUnder(null);
    toast(refusalText(answer));
  };
  return { signOut, under };
}
