import type pg from "pg";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { askPostgres } from "@/lib/server/admission/ask-postgres";

/** A ticket that has done its work. `roomId`: any room of the family. */
export type TicketToClose = { roomId: RoomId; personId: PersonId; seated: boolean };

const CLOSE_SQL = `
WITH ended AS (
  SELECT coalesce(r.main_room_id, r.id) AS room_id, e.person_id, e.seated
  FROM unnest($1::uuid[], $2::uuid[], $3::boolean[]) AS e(room_id, person_id, seated) JOIN room r ON r.id = e.room_id),
closed AS (
  UPDATE ticket t SET closed_at = statement_timestamp() FROM ended e
  WHERE t.room_id = e.room_id AND t.person_id = e.person_id AND t.closed_at IS NULL
  RETURNING t.room_id, e.seated)
UPDATE door_line l SET seated_total = l.seated_total + c.people
FROM (SELECT room_id, count(*) AS people FROM closed WHERE seated GROUP BY room_id) c WHERE l.room_id = c.room_id`;

/** Takes people out of the line: they are seated, turned away, or went. */
export async function closeTickets(client: pg.ClientBase, tickets: TicketToClose[]): Promise<void> {
  if (tickets.length === 0) return;
  const values = [
    tickets.map((ticket) => ticket.roomId),
    tickets.map((ticket) => ticket.personId),
    tickets.map((ticket) => ticket.seated),
  ];
  await askPostgres(client, "line-close", CLOSE_SQL, values);
}
