import { isBetween, isQuiet, type NotificationSettings, type QuietHours } from "./settings";
import { instantOf, localTime } from "./zoned-time";

/** How often somebody is sent a mail of what they missed. */
export const DIGEST_RHYTHMS = ["daily", "weekly"] as const;
export type DigestRhythm = (typeof DIGEST_RHYTHMS)[number];

/** At breakfast. Source: issue 14, mail digest. */
const MORNING_MINUTE = 8 * 60;

/** Mail that could not go at its hour goes later on the same day, and not at night. */
const LATE_MINUTES = 12 * 60;

/** Of the week that `weekly` begins; 1 is Monday. */
const WEEKLY_ON = 1;

const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60 * 1_000;

type Clock = { zone: string; quiet: QuietHours | null };

/**
 * When the next digest after a moment is due: at eight in the morning in the person's zone, or at the end of hours of quiet that
 * eight falls into; `weekly` on a Monday.
 */
export function nextDigestAt(rhythm: DigestRhythm, clock: Clock, after: Date): Date {
  const { zone, minute } = hourOf(clock);
  const { year, month, day } = localTime(after, zone);
  for (let ahead = 0; ; ahead++) {
    // A date without a zone: days are counted in UTC, where each has 24 hours.
    const date = new Date(Date.UTC(year, month - 1, day) + ahead * DAY_MS);
    if (rhythm === "weekly" && date.getUTCDay() !== WEEKLY_ON) continue;
    const at = instantOf(date, minute, zone);
    if (at > after) return at;
  }
}

/** Until when a digest that is due waits: the end of a pause, of hours of quiet, or of the night. Null where it goes now. */
export function digestHeldUntil(settings: NotificationSettings, zone: string, now: Date): Date | null {
  const { pausedUntil } = settings;
  const clock = { zone, quiet: settings.quiet };
  if (pausedUntil !== null && now < pausedUntil) return nextDigestAt("daily", clock, pausedUntil);
  return isItsTime(clock, now) ? null : nextDigestAt("daily", clock, now);
}

function isItsTime(clock: Clock, now: Date): boolean {
  const quiet = hoursOf(clock.quiet);
  if (quiet && isQuiet(quiet, now)) return false;
  const { zone, minute } = hourOf(clock);
  return (localTime(now, zone).minute - minute + DAY_MINUTES) % DAY_MINUTES < LATE_MINUTES;
}

function hourOf({ zone, quiet }: Clock): { zone: string; minute: number } {
  const hours = hoursOf(quiet);
  if (!hours) return { zone, minute: MORNING_MINUTE };
  const { from, until } = hours;
  return { zone: hours.zone, minute: isBetween(from, until, MORNING_MINUTE) ? until : MORNING_MINUTE };
}

/** Quiet around the clock means that nothing rings: a mail that was asked for comes all the same. */
const hoursOf = (quiet: QuietHours | null): QuietHours | null => (quiet && quiet.from !== quiet.until ? quiet : null);
