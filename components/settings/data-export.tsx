"use client";

import Download from "lucide-react/icons/download";
import { useFormatter, useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import type { ExportView } from "@/lib/wire/account/views";
import { useExport } from "./use-export";

/** All my data as one archive: asked for, seen to grow, fetched. A page that is opened again goes on where it was. */
export function DataExport({ initial }: { initial: ExportView | null }) {
  const t = useTranslations("account.export");
  const { asked, busy, ask } = useExport(initial);
  const isReady = asked?.state === "ready" && asked.mine;
  const isOnWay = asked !== null && (asked.state === "waiting" || asked.state === "gathering");
  return (
    <div className="flex flex-col items-start gap-4">
      <div role="status" className="w-full empty:hidden">
        {isOnWay && <OnWay asked={asked} />}
        {asked?.state === "ready" && !asked.mine && <p className="text-soft">{t("elsewhere")}</p>}
        {asked?.state === "failed" && <p className="font-medium text-stop">{t("failed")}</p>}
        {isReady && <Ready asked={asked} />}
      </div>
      {!isOnWay && !isReady && (
        <Button look="act" busy={busy} onClick={ask}>
          {t("ask")}
        </Button>
      )}
    </div>
  );
}

function OnWay({ asked: { done, total } }: { asked: ExportView }) {
  const t = useTranslations("account.export");
  return (
    <div className="flex flex-col gap-2">
      <p>{t(total === 0 ? "waiting" : "gathering", { done, total })}</p>
      <progress
        aria-label={t("title")}
        {...(total > 0 && { value: done, max: total })}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-line accent-light [&::-moz-progress-bar]:bg-light [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-light"
      />
      <p className="text-sm text-soft">{t("mayLeave")}</p>
    </div>
  );
}

function Ready({ asked: { id, bytes, until } }: { asked: ExportView }) {
  const t = useTranslations("account.export");
  const format = useFormatter();
  const size = format.number(Math.max(1, Math.round(bytes / 1_024)), { style: "unit", unit: "kilobyte" });
  const time = until === null ? "" : format.dateTime(new Date(until), { hour: "2-digit", minute: "2-digit" });
  return (
    <div className="flex flex-col gap-3 rounded-md bg-glow p-4">
      <p className="font-semibold">{t("ready")}</p>
      {/* A plain link: the browser itself keeps what comes, and shows how far it is. */}
      <a href={`/api/me/exports/${id}`} download className={`${buttonClass("act")} self-start`}>
        <Download className="size-5" aria-hidden="true" />
        {t("fetch", { size })}
      </a>
      <p className="text-sm">{t("until", { time })}</p>
    </div>
  );
}
