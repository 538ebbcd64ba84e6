import { chooseLocale, LOCALE_COOKIE, type Locale } from "@/lib/i18n/locales";
import { readCookie } from "@/lib/server/callers/cookies";

/** The language in which somebody reads our pages, and so our mails. */
export const localeOf = ({ headers }: Pick<Request, "headers">): Locale =>
  chooseLocale(readCookie(headers.get("cookie"), LOCALE_COOKIE) ?? undefined, headers.get("accept-language"));
