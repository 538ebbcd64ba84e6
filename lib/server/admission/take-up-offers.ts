import type { PersonId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";
import type { RoomHappened } from "./write-happenings";

const TAKE_UP_SQL = `
UPDATE seat_offer SET closed_at = statement_timestamp(), outcome = 'accepted'
WHERE person_id = ANY($1::uuid[]) AND closed_at IS NULL
RETURNING id, person_id AS "personId", from_room_id AS "roomId"`;

/** People who sit down on the seat that was kept for them have accepted it, however they came. Asks nothing where nobody has. */
export async function takeUpOffers(sql: Sql, people: PersonId[]): Promise<RoomHappened[]> {
  if (people.length === 0) return [];
  const taken = await sql.rows<{ id: string; personId: string; roomId: string }>(undefined, TAKE_UP_SQL, [people]);
  return taken.map(({ id, personId, roomId }) => {
    const happening = { type: "seat_offer_closed", offerId: id, outcome: "accepted" } as const;
    return { roomId, actorId: personId, event: { audience: "person", toId: personId, happening } };
  });
}
