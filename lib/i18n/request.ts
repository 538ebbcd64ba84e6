import { cookies, headers } from "next/headers";
import type { Messages } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, LOCALE_COOKIE, LOCALES, type Locale } from "./locales";
import { chooseTimeZone, TIME_ZONE_COOKIE } from "./time-zone";

/** A key that English has and another language lacks does not compile. */
const CATALOGUES: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import("./en.json"),
  de: () => import("./de.json"),
  ar: () => import("./ar.json"),
};

/**
 * The reader's language, messages and time zone, once a request: their choice in a cookie, else what their browser prefers.
 * `asked`: the language that the code itself wants, such as that of a picture which everybody gets.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = await cookies();
  const own = LOCALES.find((locale) => locale === asked);
  const locale = own ?? chooseLocale(chosen.get(LOCALE_COOKIE)?.value, (await headers()).get("accept-language"));
  const { default: messages } = await CATALOGUES[locale]();
  return { locale, messages, timeZone: chooseTimeZone(chosen.get(TIME_ZONE_COOKIE)?.value) };
});
