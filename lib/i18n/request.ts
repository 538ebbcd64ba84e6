import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { chooseLocale, LOCALE_COOKIE } from "./locales";

/** The reader's language and its messages, once a request: the cookie of their choice, else what their browser prefers. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = chooseLocale(chosen, (await headers()).get("accept-language"));
  const messages = (await import(`./${locale}.json`)).default;
  return { locale, messages, timeZone: "UTC" };
});
