"use client";

import Archive from "lucide-react/icons/archive";
import Bell from "lucide-react/icons/bell";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import KeyRound from "lucide-react/icons/key-round";
import Shield from "lucide-react/icons/shield";
import SunMoon from "lucide-react/icons/sun-moon";
import UserPlus from "lucide-react/icons/user-plus";
import UserRound from "lucide-react/icons/user-round";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ComponentType, ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { SETTINGS_PAGES, type SettingsPage } from "./settings-pages";

const ICONS: Record<SettingsPage, ComponentType<{ className?: string }>> = {
  account: UserRound,
  appearance: SunMoon,
  privacy: Shield,
  notifications: Bell,
  invites: UserPlus,
  tokens: KeyRound,
  data: Archive,
};

/**
 * The pages beside each other: on a desk the list stays beside its page; a phone shows the list first and then the page alone,
 * with a way back. `/settings` is the list on a phone and the first page on a desk.
 */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("account");
  const settings = useTranslations("settings");
  const path = usePathname();
  const shown = SETTINGS_PAGES.find((page) => path === `/settings/${page}`) ?? null;
  return (
    <div className="grid gap-x-10 md:grid-cols-[15rem_minmax(0,1fr)]">
      <div className={classes("md:sticky md:top-6 md:self-start", shown && "max-md:hidden")}>
        <h1 className="mb-5 text-3xl font-bold md:mb-6 md:text-4xl">{settings("title")}</h1>
        <nav aria-label={settings("title")}>
          <ul className="flex flex-col max-md:overflow-hidden max-md:rounded-lg max-md:border max-md:border-line max-md:bg-card md:-ms-3 md:gap-0.5">
            {SETTINGS_PAGES.map((page) => (
              <Entry key={page} page={page} isShown={page === (shown ?? "account")} isChosen={page === shown} />
            ))}
          </ul>
        </nav>
      </div>
      <div className={classes("min-w-0", !shown && "max-md:hidden")}>
        {shown && (
          <div className="mb-5 md:hidden">
            <Link href="/settings" className="-ms-1 inline-flex min-h-11 items-center gap-1 text-soft hover:underline">
              <ChevronLeft className="size-5 rtl:-scale-x-100" aria-hidden="true" />
              {settings("title")}
            </Link>
            <h1 className="text-3xl font-bold">{t(`pages.${shown}.title`)}</h1>
          </div>
        )}
        <div className="flex flex-col gap-6">{children}</div>
      </div>
    </div>
  );
}

type EntryProps = {
  page: SettingsPage;
  /** On a desk. */
  isShown: boolean;
  /** Everywhere. */
  isChosen: boolean;
};

function Entry({ page, isShown, isChosen }: EntryProps) {
  const t = useTranslations("account");
  const Icon = ICONS[page];
  return (
    <li className="border-line max-md:not-first:border-t">
      <Link
        href={`/settings/${page}`}
        aria-current={isChosen ? "page" : undefined}
        className={classes(
          "flex min-h-11 items-center gap-3 px-4 max-md:min-h-16 max-md:py-3 md:rounded-md md:px-3",
          isShown ? "hover:bg-line/60 md:bg-line/60 md:font-semibold" : "hover:bg-line/60",
        )}
      >
        <Icon className="size-5 shrink-0 text-soft" aria-hidden="true" />
        <span className="min-w-0 flex-1">
          <span className="block max-md:font-semibold">{t(`pages.${page}.title`)}</span>
          <span className="block text-sm text-soft md:hidden">{t(`pages.${page}.lead`)}</span>
        </span>
        <ChevronRight className="size-5 shrink-0 text-soft md:hidden rtl:-scale-x-100" aria-hidden="true" />
      </Link>
    </li>
  );
}
