import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";
import { countSeats } from "./count-seats";

const HOLD_SQL = `
WITH held AS (
  INSERT INTO held_seat (id, room_id, person_id, leads) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::boolean) RETURNING room_id),
counted AS (${countSeats("SELECT room_id, 1 AS seats FROM held")})
SELECT FROM held`;

/** Of the room $1, or of any; of these people $2, or of all. */
const RELEASE_SQL = `
WITH given_up AS (
  UPDATE held_seat SET closed_at = statement_timestamp()
  WHERE closed_at IS NULL AND ($1::uuid IS NULL OR room_id = $1::uuid) AND ($2::uuid[] IS NULL OR person_id = ANY($2::uuid[]))
  RETURNING room_id),
counted AS (${countSeats("SELECT room_id, -1 AS seats FROM given_up")})
SELECT room_id FROM given_up`;

type Holding = { roomId: RoomId; personId: PersonId; leads: boolean };

/**
 * Holds a person's place in an overflow room while they are on the main stage. `leads`: they led the room. A place that
 * another room still holds for them is given up. The caller has locked the room.
 */
export async function holdSeat(sql: Sql, { roomId, personId, leads }: Holding): Promise<void> {
  await sql.rows(undefined, RELEASE_SQL, [null, [personId]]);
  await sql.rows(undefined, HOLD_SQL, [uuid(), roomId, personId, leads]);
}

/**
 * Gives up seats that a room holds for people who were called up from it: those of these people, or all. The caller has
 * locked the room.
 */
export async function releaseHeldSeats(
  sql: Sql,
  roomId: RoomId,
  people: readonly PersonId[] | "everyone",
): Promise<void> {
  await sql.rows(undefined, RELEASE_SQL, [roomId, people === "everyone" ? null : people]);
}
