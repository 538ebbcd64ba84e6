import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";

const CLOSE_SQL = `
UPDATE ticket t SET closed_at = statement_timestamp()
FROM unnest($1::uuid[], $2::uuid[]) AS e(room_id, person_id) JOIN room r ON r.id = e.room_id
WHERE t.room_id = coalesce(r.main_room_id, r.id) AND t.person_id = e.person_id AND t.closed_at IS NULL
  AND t.person_id = ANY($2::uuid[])`;

/** Takes people out of the line: they are seated, turned away, or went. `roomId`: whichever room of the family. */
export async function closeTickets(sql: Sql, tickets: { roomId: RoomId; personId: PersonId }[]): Promise<void> {
  if (tickets.length === 0) return;
  const values = [tickets.map((ticket) => ticket.roomId), tickets.map((ticket) => ticket.personId)];
  await sql.rows("line-close", CLOSE_SQL, values);
}
