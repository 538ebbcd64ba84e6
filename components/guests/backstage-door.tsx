"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import type { Opening } from "@/lib/domain/shows/backstage";
import { useHasCome } from "./use-has-come";

/** For the team, before its backstage opens: when that is. The page turns into it by itself. */
export function BackstageDoor({ opening: { at, inMs } }: { opening: Opening }) {
  const t = useTranslations("guests.backstage");
  const format = useFormatter();
  const router = useRouter();
  const isOpen = useHasCome(inMs);
  useEffect(() => {
    if (isOpen) router.refresh();
  }, [isOpen, router]);
  const opensAt = format.dateTime(new Date(at), { dateStyle: "full", timeStyle: "short", hourCycle: "h23" });
  return (
    <p data-testid="backstage-door" className="rounded-lg border border-line bg-card px-4 py-3">
      {t("opensAt", { at: opensAt })}
    </p>
  );
}
