"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";

/** Goes on by the code: to an account, or to the rooms first. The browser keeps it in either case. */
export function AcceptInvite({ code }: { code: string }) {
  const t = useTranslations("join");
  const refusalText = useRefusalText();
  const [going, setGoing] = useState<string | null>(null);
  const accept = async (path: string): Promise<void> => {
    setGoing(path);
    const answer = await call("POST /api/sign-in/invite-code", { input: { code } });
    if (answer.ok) return location.assign(path);
    setGoing(null);
    toast(refusalText(answer));
  };
  return (
    <div className="flex flex-wrap justify-center gap-3">
      <Button look="act" busy={going === "/sign-in"} disabled={going !== null} onClick={() => void accept("/sign-in")}>
        {t("accept")}
      </Button>
      <Button busy={going === "/"} disabled={going !== null} onClick={() => void accept("/")}>
        {t("look")}
      </Button>
    </div>
  );
}
