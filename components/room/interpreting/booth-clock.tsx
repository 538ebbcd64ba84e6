import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useNow } from "@/components/room/clock/use-now";

/** The time of day to the second, and how long one has been on the air: interpreters change every half hour. */
export function BoothClock({ onAir }: { onAir: boolean }) {
  const t = useTranslations("interpreting.booth");
  const format = useFormatter();
  const now = useNow(1_000) ?? Date.now();
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => setSince(onAir ? Date.now() : null), [onAir]);
  const time = format.dateTime(now, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  return (
    // A row of its own where it may not fit beside the title: what comes with going on the air moves nothing.
    <p className="flex flex-wrap gap-x-3 text-sm tabular-nums text-soft max-sm:basis-full">
      {since !== null && <span>{t("since", { time: minutes(Math.max(0, now - since)) })}</span>}
      <span>
        <span className="sr-only">{t("clock")}: </span>
        <time>{time}</time>
      </span>
    </p>
  );
}

const minutes = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1_000) % 60).padStart(2, "0")}`;
