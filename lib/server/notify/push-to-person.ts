import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";

/** Nothing is written for whoever takes no pushes. */
const PUSH_SQL = `
INSERT INTO personal_push (id, person_id, kind, by_id, room_id)
SELECT uuidv7(), $1::uuid, $2, $3::uuid, $4::uuid WHERE EXISTS (SELECT FROM push_subscription s WHERE s.person_id = $1::uuid)
  AND ($2 <> 'follow' OR EXISTS (
    SELECT FROM notification_settings t WHERE t.person_id = $1::uuid AND 'follow.push' = ANY(t.changed)))`;

/** Leaves a push about something that is one person's alone to the worker, which sends it once at most, if it is wanted then. */
export async function pushToPerson(
  sql: Sql,
  what: { personId: PersonId; kind: "ping" | "follow"; byId: PersonId; roomId: RoomId | null },
): Promise<void> {
  await sql.rows("push-to-person", PUSH_SQL, [what.personId, what.kind, what.byId, what.roomId]);
}
