"use client";

import CalendarPlus from "lucide-react/icons/calendar-plus";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/sharing/disclosure";

type AddToCalendarProps = {
  /** A file for any calendar program; null where not everybody may know of it. */
  file: string | null;
  google: string | null;
  /** To all episodes of its show. */
  webcal: string | null;
};

/** The ways of an episode into one's calendar: plain links, which go without script as well. */
export function AddToCalendar({ file, google, webcal }: AddToCalendarProps) {
  const t = useTranslations("reminders");
  const links = [
    { href: file, text: t("file") },
    { href: google, text: t("google") },
    { href: webcal, text: t("webcal") },
  ];
  if (links.every(({ href }) => href === null)) return null;
  return (
    <Disclosure title={t("calendar")}>
      <ul>
        {links.map(
          ({ href, text }) =>
            href && (
              <li key={href}>
                <a href={href} rel="noopener" className="flex min-h-11 items-center gap-2.5 hover:underline">
                  <CalendarPlus className="size-5 text-soft" aria-hidden="true" />
                  {text}
                </a>
              </li>
            ),
        )}
      </ul>
    </Disclosure>
  );
}
