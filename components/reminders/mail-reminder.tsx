"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button, buttonClass } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { remindersApi } from "@/lib/client/reminders/reminders-api";

/** A button that says yes to a mail's question, and that it is done. `there`: the page that it is about. */
export function ConfirmMailReminder({ secret, there }: { secret: string; there: string }) {
  const t = useTranslations("reminders.confirm");
  const { state, act } = useAct(() => remindersApi.confirmMailReminder(secret));
  if (state !== "done") {
    return (
      <Button look="act" busy={state === "asked"} onClick={act}>
        {t("act")}
      </Button>
    );
  }
  return (
    <div role="status" className="flex flex-col items-start gap-4">
      <p>{t("done")}</p>
      <Link href={there} className={buttonClass("plain")}>
        {t("there")}
      </Link>
    </div>
  );
}

/** A button that ends the mails of a signed link, and says that they have ended. */
export function EndMailReminders({ endKey }: { endKey: string }) {
  const t = useTranslations("reminders.end");
  const { state, act } = useAct(() => remindersApi.endMailReminders(endKey));
  if (state === "done") return <p role="status">{t("done")}</p>;
  return (
    <Button look="act" busy={state === "asked"} onClick={act}>
      {t("act")}
    </Button>
  );
}

type Asked = ReturnType<typeof remindersApi.confirmMailReminder> | ReturnType<typeof remindersApi.endMailReminders>;

function useAct(ask: () => Asked) {
  const sayRefusal = useRefusalText();
  const [state, setState] = useState<"open" | "asked" | "done">("open");
  const act = async (): Promise<void> => {
    setState("asked");
    const answer = await ask();
    setState(answer.ok ? "done" : "open");
    if (!answer.ok) toast(sayRefusal(answer));
  };
  return { state, act: () => void act() };
}
