import type pg from "pg";
import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { CLAIM_LEASE_MS } from "@/lib/domain/seats/seat";
import { askPostgres } from "@/lib/server/postgres/ask-postgres";

/** Inserts what the index of one open seat a person lets in, and counts what was really inserted; a seat that was held for somebody counts already. In person order, so that two processes cannot wait for each other. */
const SEAT_SQL = `
WITH arriving AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::"Role"[], $6::uuid[], $7::bytea[]) AS a(id, room_id, person_id, role, page_id, network)
  ORDER BY person_id),
seated AS (
  INSERT INTO seat (id, room_id, person_id, role, page_id, network, opened_at, stage_since, lease_until)
  SELECT id, room_id, person_id, role, page_id, network, statement_timestamp(),
         CASE WHEN role <> 'listener' THEN statement_timestamp() END,
         statement_timestamp() + $5::int * interval '1 millisecond'
  FROM arriving
  ON CONFLICT (person_id) WHERE closed_at IS NULL DO NOTHING
  RETURNING id, room_id, person_id, role, opened_at),
taken_up AS (
  UPDATE held_seat h SET closed_at = statement_timestamp() FROM seated s
  WHERE h.person_id = s.person_id AND h.room_id = s.room_id AND h.closed_at IS NULL RETURNING h.room_id),
counted AS (
  UPDATE room r SET open_seats = r.open_seats + c.seats - (SELECT count(*)::int FROM taken_up t WHERE t.room_id = r.id), empty_since = NULL
  FROM (SELECT room_id, count(*)::int AS seats FROM seated GROUP BY room_id) c WHERE r.id = c.room_id)
SELECT id, room_id AS "roomId", person_id AS "personId", role, opened_at AS "openedAt" FROM seated`;

const RENEW_SQL = `
UPDATE seat s SET page_id = k.page_id,
  lease_until = CASE WHEN s.lease_until IS NOT NULL
    THEN greatest(s.lease_until, statement_timestamp() + $3::int * interval '1 millisecond') END
FROM unnest($1::uuid[], $2::uuid[]) AS k(id, page_id)
WHERE s.id = k.id AND s.closed_at IS NULL AND (s.lease_until IS NOT NULL OR s.page_id IS DISTINCT FROM k.page_id)`;

export type SeatToOpen = {
  roomId: RoomId;
  personId: PersonId;
  page: string | null;
  role: Role;
  /** Where they came from, as networkSeal names it. */
  network: Buffer | null;
};

export type OpenedSeat = { id: string; roomId: RoomId; personId: PersonId; role: Role; openedAt: Date };

/** Opens seats, claimed for 30 s. Whoever is missing from the answer was seated elsewhere by a race. */
export async function openSeats(client: pg.ClientBase, seats: SeatToOpen[]): Promise<OpenedSeat[]> {
  if (seats.length === 0) return [];
  const ids = seats.map(() => uuid());
  const rooms = seats.map((seat) => seat.roomId);
  const people = seats.map((seat) => seat.personId);
  const roles = seats.map((seat) => seat.role);
  const pages = seats.map((seat) => seat.page);
  const networks = seats.map((seat) => seat.network);
  const values = [ids, rooms, people, roles, CLAIM_LEASE_MS, pages, networks];
  return askPostgres<OpenedSeat>(client, "door-seat", SEAT_SQL, values);
}

export type SeatToKeep = { id: string; page: string | null };

/**
 * Gives those who come back before they are seen in LiveKit the time of a claim again; a connected seat has no lease to
 * renew. The seat is the asking page's from now on.
 */
export async function renewSeats(client: pg.ClientBase, seats: SeatToKeep[]): Promise<void> {
  if (seats.length === 0) return;
  const ids = seats.map((seat) => seat.id);
  const pages = seats.map((seat) => seat.page);
  await askPostgres(client, "door-renew", RENEW_SQL, [ids, pages, CLAIM_LEASE_MS]);
}
