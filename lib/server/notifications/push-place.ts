import type { SettingsRow } from "@/lib/server/queries/notifications/notification-settings";

/** So many subscriptions are claimed at once; a process that dies has not sent those. */
export const PUSHES_A_CLAIM = 20;

/** Sorts before every id. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";
/** Sorts behind every id of one person's subscriptions. */
const AFTER_ALL_OF_ONE = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** How far the pushes of something have gone: the round, and the last person and subscription of it that were claimed. */
export type PushPlace = { round: number; person: string; subscription: string; ended: boolean };

/** What one claim saw. `looked`: people it looked at, `last` of them; `found`: subscriptions it claims, and `newest` of them. */
type Claimed = {
  looked: number;
  last: string | null;
  found: number;
  newest: { person: string; subscription: string } | null;
};

/** Where the next claim of the same begins. `peopleAClaim`: how many one claim looks at; fewer, and the round is over. */
export function placeAfter(
  round: number,
  { looked, last, found, newest }: Claimed,
  { peopleAClaim, rounds }: { peopleAClaim: number; rounds: number },
): PushPlace {
  if (newest && found === PUSHES_A_CLAIM) return { round, ...newest, ended: false };
  if (last && looked === peopleAClaim) return { round, person: last, subscription: AFTER_ALL_OF_ONE, ended: false };
  return { round: round + 1, person: NOBODY, subscription: NOBODY, ended: round + 1 === rounds };
}

/** A claimed subscription's columns of its owner's settings, as JSON has them. */
export type ClaimedSettings = {
  changed: string[] | null;
  paused_until: string | null;
  quiet_from: number | null;
  quiet_until: number | null;
  time_zone: string | null;
};

export const settingsRowOf = (found: ClaimedSettings): SettingsRow => ({
  changed: found.changed,
  pausedUntil: found.paused_until === null ? null : new Date(found.paused_until),
  quietFrom: found.quiet_from,
  quietUntil: found.quiet_until,
  timeZone: found.time_zone,
});
