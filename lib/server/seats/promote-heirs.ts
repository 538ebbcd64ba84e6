import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";

/** These locks come first: the moderator that the next statement chooses cannot lose the role meanwhile. */
const LOCK_SQL = `
SELECT id FROM seat WHERE room_id = ANY($1::uuid[]) AND closed_at IS NULL AND role = 'moderator'
ORDER BY id FOR NO KEY UPDATE`;

const PROMOTE_SQL = `
WITH heir AS (
  SELECT DISTINCT ON (room_id) id FROM seat
  WHERE room_id = ANY($1::uuid[]) AND closed_at IS NULL AND role = 'moderator'
  ORDER BY room_id, gone_at IS NOT NULL, stage_since, id)
UPDATE seat s SET role = 'host', version = s.version + 1 FROM heir WHERE s.id = heir.id
RETURNING s.room_id::text AS "roomId", s.person_id::text AS "personId"`;

/**
 * Makes hosts of the longest-serving moderators of rooms that nobody hosts, one who is connected before one who is not. The
 * rooms are locked by the caller. Who it was, of rooms that had one. Source: behaviours 19, 26.
 */
export async function promoteHeirs(
  sql: Sql,
  roomIds: readonly RoomId[],
): Promise<{ roomId: RoomId; personId: PersonId }[]> {
  if (roomIds.length === 0) return [];
  await sql.rows(undefined, LOCK_SQL, [roomIds]);
  return sql.rows<{ roomId: RoomId; personId: PersonId }>(undefined, PROMOTE_SQL, [roomIds]);
}
