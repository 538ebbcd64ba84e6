"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { type PushState, pushState, turnPushOff, turnPushOn } from "@/lib/client/notifications/push";

/** Whether this browser is sent pushes. The browser asks only after a tap here, under the reason for it. `pushKey`: null where the instance has none. */
export function PushSwitch({ pushKey }: { pushKey: string | null }) {
  const t = useTranslations("notifications.push");
  const { state, busy, turn } = usePush(pushKey);
  if (!pushKey) return <p className="text-soft">{t("none")}</p>;
  if (state === null) return <p className="min-h-11 text-soft" aria-busy="true" />;
  if (state === "unable" || state === "denied") return <p className="text-soft">{t(state)}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p className="min-w-0 flex-1 basis-56 text-soft">{t(state === "on" ? "isOn" : "why")}</p>
      <Button look={state === "on" ? "plain" : "act"} busy={busy} onClick={turn}>
        {t(state === "on" ? "turnOff" : "turnOn")}
      </Button>
    </div>
  );
}

function usePush(key: string | null) {
  const t = useTranslations("notifications.push");
  const sayRefusal = useRefusalText();
  const [state, setState] = useState<PushState | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => void pushState().then(setState), []);
  const turn = async (): Promise<void> => {
    setBusy(true);
    try {
      const turned = state === "on" ? await turnPushOff() : await turnPushOn(key ?? "");
      if (typeof turned === "string") setState(turned);
      else if (!turned.ok) toast(sayRefusal(turned));
    } catch {
      // The browser's own push service cannot be reached, or there is none behind it.
      toast(t("failed"));
    }
    setBusy(false);
  };
  return { state, busy, turn };
}
