import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";

/** The channel on which processes hear that somebody went live; the payload is the person's id, a space, and the room's. */
export const GOING_LIVE_CHANNEL = "going_live";

/** Once a person and room: who opened it is not told of again when they come on its stage, nor whoever comes and goes. */
const TELL_SQL = `
WITH told AS (
  INSERT INTO going_live (person_id, room_id, kind)
  SELECT $1::uuid, r.id, $3::"GoingLiveKind" FROM room r WHERE r.id = $2::uuid AND r.main_room_id IS NULL AND NOT r.demo AND r.status = 'live'
  ON CONFLICT DO NOTHING RETURNING person_id, room_id)
SELECT pg_notify('${GOING_LIVE_CHANNEL}', person_id || ' ' || room_id)::text FROM told`;

/**
 * Whoever follows this person is told that they opened this room, or came on its stage: one row, however many they are, and one
 * word to the processes at commit. Who is told is found on reading. A hall's own stage is small talk, of which nobody is told, and what happens
 * behind a stage before it is live is nobody's business.
 */
export async function tellGoingLive(
  sql: Sql,
  what: { personId: PersonId; roomId: RoomId; kind: "went_live" | "speaking" },
): Promise<void> {
  await sql.rows("tell-going-live", TELL_SQL, [what.personId, what.roomId, what.kind]);
}
