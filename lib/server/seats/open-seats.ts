import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { CLAIM_LEASE_MS } from "@/lib/domain/seats/seat";
import type { Sql } from "@/lib/server/postgres/sql";
import { countSeats } from "./count-seats";

/**
 * Inserts what the index of one open seat a person lets in, and counts what was really inserted; a seat that was held for
 * somebody there counts already. In person order, so that two processes cannot wait for each other.
 */
const OPEN_SQL = `
WITH arriving AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::"Role"[], $5::uuid[], $6::boolean[], $8::bytea[], $9::text[])
    AS a(id, room_id, person_id, role, page_id, muted, network, asks_in)
  ORDER BY person_id),
seated AS (
  INSERT INTO seat (id, room_id, person_id, role, page_id, network, opened_at, stage_since, muted_at, lease_until, asks_in)
  SELECT id, room_id, person_id, role, page_id, network, statement_timestamp(),
         CASE WHEN role <> 'listener' THEN statement_timestamp() END,
         CASE WHEN muted THEN statement_timestamp() END,
         statement_timestamp() + $7::int * interval '1 millisecond', asks_in
  FROM arriving
  ON CONFLICT (person_id) WHERE closed_at IS NULL DO NOTHING
  RETURNING id, room_id, person_id, role, muted_at, opened_at),
taken_up AS (
  UPDATE held_seat h SET closed_at = statement_timestamp() FROM seated s
  WHERE h.person_id = s.person_id AND h.room_id = s.room_id AND h.closed_at IS NULL RETURNING h.room_id),
counted AS (${countSeats("SELECT room_id, 1 AS seats FROM seated UNION ALL SELECT room_id, -1 FROM taken_up")})
SELECT id, room_id AS "roomId", person_id AS "personId", role, muted_at IS NOT NULL AS muted, opened_at AS "openedAt" FROM seated`;

/**
 * `page`: that asks for it, null for a script. `muted`: it comes on the stage without its microphone. `network`: where they
 * came from, as networkSeal names it. `asksIn`: the language that they ask in on the stage.
 */
export type SeatToOpen = {
  roomId: RoomId;
  personId: PersonId;
  page: string | null;
  role: Role;
  muted?: boolean;
  network?: Buffer | null;
  asksIn?: string | null;
};

export type OpenedSeat = { id: string; roomId: RoomId; personId: PersonId; role: Role; muted: boolean; openedAt: Date };

/**
 * Opens seats, claimed for 30 s, in rooms that the caller has locked; what an overflow room held for their people is theirs
 * again. A person missing from the answer was seated elsewhere by a race.
 */
export async function openSeats(sql: Sql, seats: readonly SeatToOpen[]): Promise<OpenedSeat[]> {
  if (seats.length === 0) return [];
  return sql.rows<OpenedSeat>("open-seats", OPEN_SQL, [
    seats.map(() => uuid()),
    seats.map((seat) => seat.roomId),
    seats.map((seat) => seat.personId),
    seats.map((seat) => seat.role),
    seats.map((seat) => seat.page),
    seats.map((seat) => seat.muted === true),
    CLAIM_LEASE_MS,
    seats.map((seat) => seat.network ?? null),
    seats.map((seat) => seat.asksIn ?? null),
  ]);
}

/** The same for one person whose seat elsewhere this transaction has closed, so that no race can seat them. */
export async function openSeat(sql: Sql, seat: SeatToOpen): Promise<OpenedSeat> {
  const [opened] = await openSeats(sql, [seat]);
  if (!opened) throw new Error("a seat was not opened for somebody who holds none");
  return opened;
}
