import { localTime } from "./zoned-time";

/** What somebody can be told of. */
export const NOTIFICATION_KINDS = [
  "went_live",
  "speaking",
  "ping",
  "follow",
  "club",
  "show",
  "episode",
  "episode_change",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/**
 * How they can be told: in the app's list, by a push to a browser that takes them, or in a mail of what they missed (digest.ts). Of an
 * episode that they asked for a mail tells at once, alone.
 */
export const NOTIFICATION_CHANNELS = ["app", "push", "mail"] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** Those that tell at once; a mail tells later, of much together. */
const AT_ONCE = ["app", "push"] as const satisfies readonly NotificationChannel[];

/** How everybody is told at first: by push only of what has to be heard now; of what a mail tells whoever wants one. */
const AT_FIRST: Record<NotificationKind, Record<NotificationChannel, boolean>> = {
  went_live: { app: true, push: true, mail: true },
  speaking: { app: true, push: false, mail: true },
  ping: { app: true, push: true, mail: true },
  follow: { app: true, push: false, mail: true },
  club: { app: true, push: false, mail: true },
  show: { app: true, push: true, mail: true },
  episode: { app: true, push: true, mail: false },
  episode_change: { app: true, push: true, mail: true },
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
 * By which channels somebody is told of something at once. What they muted is told by none. A pause and quiet hours hold back what
 * disturbs, the push; the list stays whole, so that nothing is lost. A push that was held back is not made up for: it would be late.
 * Source: behaviours 32.
 */
export function channelsNow(
  kind: NotificationKind,
  { changed, pausedUntil, quiet }: NotificationSettings,
  { now, muted }: { now: Date; muted: boolean },
): (typeof AT_ONCE)[number][] {
  if (muted) return [];
  const paused = pausedUntil !== null && now < pausedUntil;
  const undisturbed = paused || (quiet !== null && isQuiet(quiet, now));
  return AT_ONCE.filter((channel) => isWanted(changed, kind, channel) && !(channel === "push" && undisturbed));
}

/** Hours that begin and end at the same minute are the whole day. */
export function isQuiet({ from, until, zone }: QuietHours, now: Date): boolean {
  return isBetween(from, until, localTime(now, zone).minute);
}

/** Whether a minute of the day lies in these hours. */
export const isBetween = (from: number, until: number, minute: number): boolean =>
  from < until ? minute >= from && minute < until : minute >= from || minute < until;
