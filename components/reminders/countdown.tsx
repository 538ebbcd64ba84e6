"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ServerClock } from "@/lib/client/shows/server-clock";
import { leftUntil } from "@/lib/domain/shows/countdown";

const SECOND_MS = 1_000;

/** How long until an episode begins, by the server's clock. `now`: what it showed when the page was written. */
export function Countdown({ at, now }: { at: string; now: string }) {
  const t = useTranslations("reminders.countdown");
  const left = leftUntil(Date.parse(at), useServerNow(now));
  if (!left) return <p className="text-lg font-semibold">{t("now")}</p>;
  const units = (["days", "hours", "minutes", "seconds"] as const).filter((unit) => unit !== "days" || left.days > 0);
  return (
    // Nobody wants to hear each second.
    <div role="timer" aria-live="off" aria-label={t("label")} className="flex flex-wrap items-end gap-x-5 gap-y-2">
      <p className="text-sm text-soft">{t("label")}</p>
      <dl className="flex gap-4">
        {units.map((unit) => (
          <div key={unit} className="flex flex-col items-center">
            <dd className="text-3xl font-bold tabular-nums">{String(left[unit]).padStart(2, "0")}</dd>
            <dt className="text-xs text-soft">{t(unit, { count: left[unit] })}</dt>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The server's time, each second anew. */
function useServerNow(said: string): number {
  const [now, setNow] = useState(() => Date.parse(said));
  useEffect(() => {
    const clock = new ServerClock(Date.parse(said));
    const stop = clock.watch();
    const timer = setInterval(() => setNow(clock.now()), SECOND_MS);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [said]);
  return now;
}
