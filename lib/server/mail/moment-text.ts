import type { Locale } from "@/lib/i18n/locales";
import { chooseTimeZone } from "@/lib/i18n/time-zone";

/** A moment by somebody's clock and in their language, with the name of the zone, since a mail and a push are read anywhere. */
export function momentText(at: Date, zone: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { ...SHOWN, timeZone: chooseTimeZone(zone) }).format(at);
}

const SHOWN: Intl.DateTimeFormatOptions = {
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
};
