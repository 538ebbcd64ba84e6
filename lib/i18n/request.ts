import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, LOCALE_COOKIE, LOCALES } from "./locales";
import { chooseTimeZone, TIME_ZONE_COOKIE } from "./time-zone";

/**
 * The reader's language, messages and time zone, once a request: their choice in a cookie, else what their browser prefers.
 * `asked`: the language that the code itself wants, such as that of a picture which everybody gets.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = await cookies();
  const own = LOCALES.find((locale) => locale === asked);
  const locale = own ?? chooseLocale(chosen.get(LOCALE_COOKIE)?.value, (await headers()).get("accept-language"));
  const messages = (await import(`./${locale}.json`)).default;
  return { locale, messages, timeZone: chooseTimeZone(chosen.get(TIME_ZONE_COOKIE)?.value) };
});
