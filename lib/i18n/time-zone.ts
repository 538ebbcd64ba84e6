export const TIME_ZONE_COOKIE = "plenum-zone";

/** The zone that the reader's browser named, if it is one that exists; else UTC, until the browser has named it. */
export function chooseTimeZone(named: string | undefined): string {
  if (!named) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: named }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
