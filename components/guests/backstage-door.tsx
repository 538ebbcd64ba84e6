"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";

/** Browsers count no longer in one piece. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

type BackstageDoorProps = { opensAt: string };

/** For the team, before its backstage opens: when that is. The page turns into it by itself. */
export function BackstageDoor({ opensAt }: BackstageDoorProps) {
  const t = useTranslations("guests.backstage");
  const format = useFormatter();
  const router = useRouter();
  useEffect(() => {
    const inMs = Date.parse(opensAt) - Date.now();
    if (inMs > LONGEST_MS) return;
    const timer = setTimeout(() => router.refresh(), Math.max(0, inMs) + 500);
    return () => clearTimeout(timer);
  }, [opensAt, router]);
  const at = format.dateTime(new Date(opensAt), { dateStyle: "full", timeStyle: "short", hourCycle: "h23" });
  return (
    <p data-testid="backstage-door" className="rounded-lg border border-line bg-card px-4 py-3">
      {t("opensAt", { at })}
    </p>
  );
}
