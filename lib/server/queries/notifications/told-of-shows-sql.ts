import { notShutOutSql } from "@/lib/server/queries/rooms/visibility";
import { mayHearOfSql, stillWantedSql } from "./told-sql-parts";

/**
 * A condition on `episode_guest w` of `room r`: the invitation of a member by handle still waits for the answer of the person that an SQL
 * expression names. It is the key to its room, whatever that is, but to nobody who was put out of it or has a block with who leads it.
 */
export const guestStandsSql = (viewer: string): string => `(w.state = 'invited' AND w.person_id = ${viewer}
  AND w.invited_by_id <> ${viewer} AND r.status <> 'ended' AND ${notShutOutSql(viewer)})`;

/** A condition on `show_host h` of `show sh`: they were made one by somebody else, and there is something to lead. */
export const hostStandsSql = (viewer: string): string =>
  `(h.person_id = ${viewer} AND h.added_by_id <> ${viewer} AND sh.ended_at IS NULL)`;

/**
 * A condition on `interpreter i` of `room r`: they were named ahead, by somebody else, and there is something to interpret. Who is named
 * while it is live is told there. Being named is a key like a guest's.
 */
export const interpreterStandsSql = (
  viewer: string,
): string => `(i.person_id = ${viewer} AND i.assigned_by_id <> ${viewer}
  AND i.ended_at IS NULL AND r.status <> 'ended' AND (r.live_at IS NULL OR i.assigned_at < r.live_at) AND ${notShutOutSql(viewer)})`;

/**
 * The sources of `told` (told-sql.ts) that are of shows: who invites $1 as a guest, who made them a host or cohost, and who named them to
 * interpret an episode.
 */
export function toldOfShowsSql(channel: "app" | "mail", before: string, limit: number): string {
  const mayHear = `${stillWantedSql("'show'", channel, "(SELECT changed FROM me)")} AND ${mayHearOfSql("$1::uuid")}`;
  return `
  (SELECT 'show', w.invited_at, 'guest' || w.id, w.room_id, w.invited_by_id, 0, NULL, NULL, NULL, NULL, w.id, NULL, NULL, NULL
  FROM episode_guest w JOIN room r ON r.id = w.room_id JOIN person p ON p.id = w.invited_by_id
  WHERE ${guestStandsSql("$1::uuid")} AND w.invited_at > (SELECT since FROM me) AND (w.invited_at, 'guest' || w.id) < ${before}
    AND ${mayHear}
  ORDER BY w.invited_at DESC, w.id DESC LIMIT ${limit})
UNION ALL
  (SELECT 'show', h.added_at, 'host' || h.show_id, NULL, h.added_by_id, 0, NULL, NULL, NULL, NULL, NULL, h.show_id, NULL, NULL
  FROM show_host h JOIN show sh ON sh.id = h.show_id JOIN person p ON p.id = h.added_by_id
  WHERE ${hostStandsSql("$1::uuid")} AND h.added_at > (SELECT since FROM me) AND (h.added_at, 'host' || h.show_id) < ${before}
    AND ${mayHear}
  ORDER BY h.added_at DESC, h.show_id DESC LIMIT ${limit})
UNION ALL
  (SELECT 'show', i.assigned_at, 'interprets' || i.id, i.room_id, i.assigned_by_id, 0, NULL, NULL, NULL, NULL, NULL, NULL, i.language, NULL
  FROM interpreter i JOIN room r ON r.id = i.room_id JOIN person p ON p.id = i.assigned_by_id
  WHERE ${interpreterStandsSql("$1::uuid")} AND i.assigned_at > (SELECT since FROM me) AND (i.assigned_at, 'interprets' || i.id) < ${before}
    AND ${mayHear}
  ORDER BY i.assigned_at DESC, i.id DESC LIMIT ${limit})`;
}
