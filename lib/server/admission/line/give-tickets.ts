import type { PersonId, RoomId } from "@/lib/domain/ids";
import { LINE_KEPT_MS } from "@/lib/domain/seats/door-line";
import type { Sql } from "@/lib/server/postgres/sql";

/** Somebody who takes a place in a family's line. `crowded`: there is a crowd, and the line is kept for a while. */
export type TicketToGive = { familyId: RoomId; personId: PersonId; crowded: boolean };

/**
 * Numbers follow the order of asking. A dead ticket of the same person becomes the new one, at the end of the line.
 * Under the lock of the main rooms, so that no two batches number one family at a time.
 */
const GIVE_SQL = `
WITH fresh AS (
  SELECT f.room_id, f.person_id, f.crowded, row_number() OVER (PARTITION BY f.room_id ORDER BY f.place) AS nth
  FROM unnest($1::uuid[], $2::uuid[], $3::boolean[]) WITH ORDINALITY AS f(room_id, person_id, crowded, place)),
counts AS (SELECT room_id, count(*) AS people, bool_or(crowded) AS crowded FROM fresh GROUP BY room_id),
lines AS (
  INSERT INTO door_line AS l (room_id, last_number, kept_until)
  SELECT room_id, people, CASE WHEN crowded THEN statement_timestamp() + $4::int * interval '1 millisecond' END
  FROM counts ORDER BY room_id
  ON CONFLICT (room_id) DO UPDATE SET last_number = l.last_number + excluded.last_number,
    kept_until = greatest(l.kept_until, excluded.kept_until)
  RETURNING l.room_id, l.last_number),
given AS (
  INSERT INTO ticket AS t (room_id, number, person_id, taken_at, polled_at)
  SELECT f.room_id, l.last_number - c.people + f.nth, f.person_id, statement_timestamp(), statement_timestamp()
  FROM fresh f JOIN counts c USING (room_id) JOIN lines l USING (room_id)
  ON CONFLICT (room_id, person_id) WHERE closed_at IS NULL
  DO UPDATE SET number = excluded.number, taken_at = excluded.taken_at, polled_at = excluded.polled_at, called_at = NULL
  RETURNING t.person_id, t.number)
SELECT person_id AS "personId", number::int AS number FROM given`;

/** Gives each of these people the next number of their line. The numbers by person. */
export async function giveTickets(sql: Sql, tickets: TicketToGive[]): Promise<Map<PersonId, number>> {
  if (tickets.length === 0) return new Map();
  const values = [
    tickets.map((ticket) => ticket.familyId),
    tickets.map((ticket) => ticket.personId),
    tickets.map((ticket) => ticket.crowded),
    LINE_KEPT_MS,
  ];
  const rows = await sql.rows<{ personId: PersonId; number: number }>("line-give", GIVE_SQL, values);
  return new Map(rows.map(({ personId, number }) => [personId, number]));
}
