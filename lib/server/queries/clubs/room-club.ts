import { clubVisibleSql } from "./club-visibility";

/** The club of `room r` as JSON, a RoomClub; null for a room of no club, and where `viewer`, an SQL expression, may not know of it. */
export const roomClubJson = (viewer: string): string =>
  `(SELECT json_build_object('id', c.id, 'handle', c.handle, 'name', c.name) FROM club c WHERE c.id = r.club_id AND ${clubVisibleSql(viewer)})`;
