"use client";

import BellIcon from "lucide-react/icons/bell";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { buttonClass } from "@/components/ui/button";
import { unread } from "@/lib/client/notifications/unread";

/** What is not worth counting any more. */
const MANY = 99;

/** The way to what I am told, with how much of it is new. */
export function Bell() {
  const t = useTranslations("bell");
  const count = useSyncExternalStore(unread.watch, unread.state, unread.serverState);
  return (
    <Link
      href="/notifications"
      prefetch={false}
      aria-label={t("label", { count })}
      className={`${buttonClass("quiet", "icon")} relative`}
    >
      <BellIcon className="size-5" aria-hidden="true" />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="absolute end-0 top-0 min-w-5 rounded-full bg-act px-1 text-center text-xs font-bold tabular-nums text-on-act"
        >
          {count > MANY ? `${MANY}+` : count}
        </span>
      )}
    </Link>
  );
}
