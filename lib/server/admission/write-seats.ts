import type pg from "pg";
import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { CLAIM_LEASE_MS } from "@/lib/domain/seat";
import { askPostgres } from "./ask-postgres";

/** Inserts what the index of one open seat a person lets in, and counts what was really inserted. In person order, so that two processes cannot wait for each other. */
const SEAT_SQL = `
WITH arriving AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::"Role"[]) AS a(id, room_id, person_id, role) ORDER BY person_id),
seated AS (
  INSERT INTO seat (id, room_id, person_id, role, opened_at, stage_since, lease_until)
  SELECT id, room_id, person_id, role, statement_timestamp(),
         CASE WHEN role <> 'listener' THEN statement_timestamp() END,
         statement_timestamp() + $5::int * interval '1 millisecond'
  FROM arriving
  ON CONFLICT (person_id) WHERE closed_at IS NULL DO NOTHING
  RETURNING id, room_id, person_id, role, opened_at),
counted AS (
  UPDATE room r SET open_seats = r.open_seats + c.seats, empty_since = NULL
  FROM (SELECT room_id, count(*)::int AS seats FROM seated GROUP BY room_id) c WHERE r.id = c.room_id)
SELECT id, room_id AS "roomId", person_id AS "personId", role, opened_at AS "openedAt" FROM seated`;

const RENEW_SQL = `
UPDATE seat SET lease_until = greatest(lease_until, statement_timestamp() + $2::int * interval '1 millisecond')
WHERE id = ANY($1::uuid[]) AND closed_at IS NULL AND lease_until IS NOT NULL`;

export type SeatToOpen = { roomId: RoomId; personId: PersonId; role: Role };

export type OpenedSeat = { id: string; roomId: RoomId; personId: PersonId; role: Role; openedAt: Date };

/** Opens seats, claimed for 30 s. Whoever is missing from the answer was seated elsewhere by a race. */
export async function openSeats(client: pg.ClientBase, seats: SeatToOpen[]): Promise<OpenedSeat[]> {
  if (seats.length === 0) return [];
  const ids = seats.map(() => uuid());
  const rooms = seats.map((seat) => seat.roomId);
  const people = seats.map((seat) => seat.personId);
  const roles = seats.map((seat) => seat.role);
  return askPostgres<OpenedSeat>(client, "door-seat", SEAT_SQL, [ids, rooms, people, roles, CLAIM_LEASE_MS]);
}

/** Gives those who come back before they are seen in LiveKit the time of a claim again. A connected seat has no lease to renew. */
export async function renewSeats(client: pg.ClientBase, seatIds: string[]): Promise<void> {
  if (seatIds.length > 0) await askPostgres(client, "door-renew", RENEW_SQL, [seatIds, CLAIM_LEASE_MS]);
}
