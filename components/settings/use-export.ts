"use client";

import { useEffect, useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { call } from "@/lib/client/call";
import type { ExportView } from "@/lib/wire/account/views";

const LOOK_EVERY_MS = 1_000;

/** The archive that was asked for last, looked at while it is on its way, and once more when its time is over. */
export function useExport(initial: ExportView | null) {
  const attempt = useAttempt();
  const [asked, setAsked] = useState(initial);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    const waitMs = waitOf(asked);
    if (waitMs === null) return;
    const timer = setTimeout(async () => {
      const answer = await call("GET /api/me/exports");
      // A network that is away for a moment: what is shown stays, and is looked at again.
      setAsked((before) => (answer.ok ? answer.value.export : before && { ...before }));
    }, waitMs);
    return () => clearTimeout(timer);
  }, [asked]);
  const ask = async (): Promise<void> => {
    setBusy(true);
    const answer = call("POST /api/me/exports");
    await attempt(answer);
    const made = await answer;
    setBusy(false);
    if (made.ok) setAsked(made.value.export);
  };
  return { asked, busy, ask: () => void ask() };
}

/** How long until it is worth another look; null where nothing changes by itself. */
function waitOf(asked: ExportView | null): number | null {
  if (asked?.state === "waiting" || asked?.state === "gathering") return LOOK_EVERY_MS;
  return asked?.until ? Math.max(LOOK_EVERY_MS, new Date(asked.until).getTime() - Date.now() + LOOK_EVERY_MS) : null;
}
