"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { QuietHours as Hours } from "@/lib/domain/notifications/settings";

/** At night, where nobody has said otherwise. */
const NIGHT = { from: 22 * 60, until: 8 * 60 };

/** The hours in which no push comes, by the clock of where I am now. */
export function QuietHours({ quiet, onChange }: { quiet: Hours | null; onChange: (quiet: Hours | null) => void }) {
  const t = useTranslations("notifications.settings");
  const [hours, setHours] = useState(quiet ?? NIGHT);
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const choose = (which: "from" | "until", text: string): void => {
    const minutes = minutesOf(text);
    if (minutes === null) return;
    const next = { ...hours, [which]: minutes };
    setHours(next);
    if (quiet) onChange({ from: next.from, until: next.until, zone: zone() });
  };
  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line pt-5">
      <label className="flex min-h-11 flex-1 basis-56 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? { from: hours.from, until: hours.until, zone: zone() } : null)
          }
          className="size-5 shrink-0 accent-ink"
        />
        <span>{quiet ? t("quietIn", { zone: quiet.zone.replaceAll("_", " ") }) : t("quiet")}</span>
      </label>
      <div className="flex flex-wrap gap-3">
        {(["from", "until"] as const).map((which) => (
          <label key={which} className="flex items-center gap-2 text-sm text-soft">
            {t(which)}
            <input
              type="time"
              value={clockOf(hours[which])}
              onChange={(event) => choose(which, event.currentTarget.value)}
              className="min-h-11 rounded-md border border-edge bg-card px-2.5 text-base text-ink"
            />
          </label>
        ))}
      </div>
    </div>
  );
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Null while it is being typed. */
function minutesOf(text: string): number | null {
  const [hours, minutes] = text.split(":").map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : hours * 60 + minutes;
}
