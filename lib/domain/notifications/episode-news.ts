import { isQuiet, type NotificationSettings, type QuietHours } from "./settings";
import { instantOf, localTime } from "./zoned-time";

/** What those who asked for an episode, or follow its show, are told of it. `soon`: it begins in a quarter of an hour. */
export const EPISODE_NEWS = ["moved", "renamed", "cancelled", "soon", "live"] as const;
export type EpisodeNews = (typeof EPISODE_NEWS)[number];

/** How long before its hour somebody is reminded of an episode. */
export const REMIND_BEFORE_MS = 15 * 60_000;

/** By which line of the settings somebody is told of it. */
export const kindOfNews = (news: EpisodeNews): "episode" | "episode_change" =>
  news === "soon" || news === "live" ? "episode" : "episode_change";

/** Of what whoever follows a show is told as well; the rest is for those who asked for that very episode. */
export const FOLLOWERS_HEAR = ["moved", "cancelled", "live"] as const satisfies EpisodeNews[];

/** Of what a mail tells. That it has begun was told shortly before. */
export const MAILED = ["moved", "renamed", "cancelled", "soon"] as const satisfies EpisodeNews[];

/** Of what a mail tells addresses that asked for a show, and not for one of its episodes. */
export const MAILED_OF_SHOW = ["moved", "cancelled", "soon"] as const satisfies EpisodeNews[];

/**
 * What becomes of a mail to somebody who may not want to be disturbed: sent now; put off until a moment; or dropped, since a reminder
 * is worth nothing later. A pause and hours of quiet hold for it as for a push, but a change is made up for: it still counts then.
 */
export function mailNow(news: EpisodeNews, { pausedUntil, quiet }: NotificationSettings, now: Date): Date | "drop" {
  const paused = pausedUntil !== null && now < pausedUntil ? pausedUntil : null;
  // Quiet around the clock means that nothing rings, and would put a mail off for ever.
  const hours = quiet && quiet.from !== quiet.until ? quiet : null;
  const until = paused ?? (hours && isQuiet(hours, now) ? endOf(hours, now) : now);
  return until > now && news === "soon" ? "drop" : until;
}

const DAY_MS = 24 * 60 * 60_000;

/** When hours of quiet that hold now end. */
function endOf({ until, zone }: QuietHours, now: Date): Date {
  const { year, month, day } = localTime(now, zone);
  const today = Date.UTC(year, month - 1, day);
  const end = instantOf(new Date(today), until, zone);
  return end > now ? end : instantOf(new Date(today + DAY_MS), until, zone);
}
