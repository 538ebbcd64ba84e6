import type { RoomId } from "@/lib/domain/ids";
import type { DoorRoom } from "@/lib/domain/seats/admission";
import type { Sql } from "@/lib/server/postgres/sql";

const FAMILY_SQL = `
SELECT r.id, r.title, r.kind, r.status, r.guests_allowed AS "guestsAllowed", r.created_by_id AS "createdById", r.language,
  r.capacity, r.reserve, r.open_seats AS "openSeats", r.main_room_id AS "mainRoomId", r.overflow_limit AS "overflowLimit",
  0 AS "leaderSeats", 0 AS "hostSeats",
  (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') AS "stageSeats"
FROM room r WHERE r.id = $1 OR r.main_room_id = $1`;

/** The rooms of a family as they are now, unlocked, also those that were closed; `main` null where there is none. */
export async function readFamily(sql: Sql, familyId: RoomId): Promise<{ main: DoorRoom | null; overflow: DoorRoom[] }> {
  const rooms = await sql.rows<DoorRoom>("line-family", FAMILY_SQL, [familyId]);
  return { main: rooms.find(({ id }) => id === familyId) ?? null, overflow: rooms.filter(({ id }) => id !== familyId) };
}
