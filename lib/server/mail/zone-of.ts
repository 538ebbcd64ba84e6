import { chooseTimeZone, TIME_ZONE_COOKIE } from "@/lib/i18n/time-zone";
import { cookiesOf } from "@/lib/server/callers/cookies";

/** By whose clock somebody reads our pages, and so our mails. */
export const zoneOf = ({ headers }: Pick<Request, "headers">): string =>
  chooseTimeZone(cookiesOf(headers.get("cookie"))[TIME_ZONE_COOKIE]);
