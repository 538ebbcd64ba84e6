/** What a clock in a zone shows. `minute`: of the day. */
type LocalTime = { year: number; month: number; day: number; minute: number };

/** `zone`: an IANA time zone; one that this machine does not know is UTC, so that one person's zone stops nobody else's mail. */
export function localTime(at: Date, zone: string): LocalTime {
  const parts = clockOf(zone).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  return { year: of("year"), month: of("month"), day: of("day"), minute: of("hour") * 60 + of("minute") };
}

function clockOf(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-GB", { ...SHOWN, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat("en-GB", { ...SHOWN, timeZone: "UTC" });
  }
}

const SHOWN: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
};

/**
 * When a clock in a zone shows this minute of a day, of which `date` is the midnight in UTC. A minute that the clocks leave out is
 * taken as if they had not been moved yet.
 */
export function instantOf(date: Date, minute: number, zone: string): Date {
  const shown = date.getTime() + minute * MINUTE_MS;
  const first = new Date(shown - aheadMs(new Date(shown), zone));
  // The guess may lie on the other side of a change of the clocks.
  return new Date(shown - aheadMs(first, zone));
}

const MINUTE_MS = 60 * 1_000;

/** By how much a zone is ahead of UTC. */
function aheadMs(at: Date, zone: string): number {
  const { year, month, day, minute } = localTime(at, zone);
  return Date.UTC(year, month - 1, day, 0, minute) - Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
}
