import { clubVisibleSql } from "./club-visibility";

/** The club of `room r`, to be read as ROOM_CLUB_JSON_SQL: a RoomClub, null for a room of no club and of one that is closed. */
export const ROOM_CLUB_JOIN = "LEFT JOIN club cl ON cl.id = r.club_id AND cl.closed_at IS NULL";

/** The same for the person that an SQL expression names: null of a club of which they may not know, whose name would tell of a block. */
export const roomClubJoinFor = (viewer: string): string =>
  `LEFT JOIN club cl ON cl.id = r.club_id AND ${clubVisibleSql(viewer, "cl")}`;

export const ROOM_CLUB_JSON_SQL =
  "CASE WHEN cl.id IS NOT NULL THEN json_build_object('id', cl.id, 'handle', cl.handle, 'name', cl.name) END";
