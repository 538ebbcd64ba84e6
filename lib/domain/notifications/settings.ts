/** What somebody can be told of. */
export const NOTIFICATION_KINDS = ["went_live", "speaking", "ping", "follow"] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** How they can be told: in the app's list, or by a push to a browser that takes them. */
export const NOTIFICATION_CHANNELS = ["app", "push"] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** How everybody is told at first: by push only of what has to be heard now. */
const AT_FIRST: Record<NotificationKind, Record<NotificationChannel, boolean>> = {
  went_live: { app: true, push: true },
  speaking: { app: true, push: false },
  ping: { app: true, push: true },
  follow: { app: true, push: false },
};

/** One cell of the table of kinds and channels. */
export type NotificationWish = `${NotificationKind}.${NotificationChannel}`;

export const NOTIFICATION_WISHES: readonly NotificationWish[] = NOTIFICATION_KINDS.flatMap((kind) =>
  NOTIFICATION_CHANNELS.map((channel): NotificationWish => `${kind}.${channel}`),
);

/** Minutes of the day, local to `zone`, an IANA time zone. An `until` before `from` is of the next day. */
export type QuietHours = { from: number; until: number; zone: string };

/** How one person wants to be told. `changed`: the wishes that are not as everybody has them at first. */
export type NotificationSettings = {
  changed: readonly string[];
  pausedUntil: Date | null;
  quiet: QuietHours | null;
};

/** Whether a person wants to be told of this kind by this channel at all. */
export const isWanted = (changed: readonly string[], kind: NotificationKind, channel: NotificationChannel): boolean =>
  AT_FIRST[kind][channel] !== changed.includes(`${kind}.${channel}`);

/**
 * By which channels somebody is told of something now. What they muted is told by none. A pause and quiet hours hold back what
 * disturbs, the push; the list stays whole, so that nothing is lost. A push that was held back is not made up for: it would be late.
 * Source: behaviours 32.
 */
export function channelsNow(
  kind: NotificationKind,
  { changed, pausedUntil, quiet }: NotificationSettings,
  { now, muted }: { now: Date; muted: boolean },
): NotificationChannel[] {
  if (muted) return [];
  const paused = pausedUntil !== null && now < pausedUntil;
  const undisturbed = paused || (quiet !== null && isQuiet(quiet, now));
  return NOTIFICATION_CHANNELS.filter(
    (channel) => isWanted(changed, kind, channel) && !(channel === "push" && undisturbed),
  );
}

/** Hours that begin and end at the same minute are the whole day. */
export function isQuiet({ from, until, zone }: QuietHours, now: Date): boolean {
  const minute = minuteOfDay(now, zone);
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

function minuteOfDay(now: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(now);
  const of = (type: "hour" | "minute"): number => Number(parts.find((part) => part.type === type)?.value);
  return of("hour") * 60 + of("minute");
}
