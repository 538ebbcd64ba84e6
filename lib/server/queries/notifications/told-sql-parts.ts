import type { NotificationChannel } from "@/lib/domain/notifications/settings";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { whereaboutsSql } from "@/lib/server/queries/people/privacy";
import { roomVisibleSql } from "@/lib/server/queries/rooms/visibility";

/** A condition on `person p`, in the eyes of an SQL expression of a person: they may know of p, and did not mute them. */
export const mayHearOfSql = (viewer: string): string =>
  `(${personVisibleSql(viewer)} AND NOT EXISTS (
    SELECT FROM notification_mute m WHERE m.person_id = ${viewer} AND m.muted_id = p.id))`;

/** The same of something that `person p` does in `room r`. */
export const mayHearOfInRoomSql = (viewer: string): string => `(${mayHearOfSql(viewer)} AND ${roomVisibleSql(viewer)})`;

/** The same of `person p` going live in `room r`: it tells where they are, which not everybody lets everybody know. */
export const mayHearOfGoingLiveSql = (viewer: string): string =>
  `(${mayHearOfInRoomSql(viewer)} AND ${whereaboutsSql(viewer)})`;

/** A condition: `changed`, the settings' column, leaves a kind that everybody is told by this channel at first as it is. */
export const stillWantedSql = (kind: string, channel: NotificationChannel, changed: string): string =>
  `NOT coalesce(${kind} || '.${channel}' = ANY((${changed})::text[]), false)`;
