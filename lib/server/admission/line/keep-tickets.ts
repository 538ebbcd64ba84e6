import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";

const KEEP_SQL = `
UPDATE ticket t SET polled_at = statement_timestamp(), called_at = NULL
FROM unnest($1::uuid[], $2::uuid[]) AS k(room_id, person_id)
WHERE t.room_id = k.room_id AND t.person_id = k.person_id AND t.closed_at IS NULL
  AND t.person_id = ANY($2::uuid[])`;

/** People who go on waiting under the number they have. One whose call failed, since the place was gone, stands first again. */
export async function keepTickets(sql: Sql, tickets: { familyId: RoomId; personId: PersonId }[]): Promise<void> {
  if (tickets.length === 0) return;
  const values = [tickets.map((ticket) => ticket.familyId), tickets.map((ticket) => ticket.personId)];
  await sql.rows("line-keep", KEEP_SQL, values);
}
