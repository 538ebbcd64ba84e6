import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";

const TAKE_SQL = `
UPDATE seat SET muted_at = statement_timestamp(), muted_by_id = $2::uuid, version = version + 1 WHERE id = ANY($1::uuid[])`;

const RETURN_SQL = `
UPDATE seat SET muted_at = NULL, muted_by_id = NULL, version = version + 1 WHERE id = $1::uuid`;

type Seat = { id: string };

/** A moderator takes the microphones of seats that the caller has locked. LiveKit has still to obey. */
export async function takeMicrophones(sql: Sql, seats: readonly Seat[], byId: PersonId): Promise<void> {
  if (seats.length > 0) await sql.rows(undefined, TAKE_SQL, [seats.map(({ id }) => id), byId]);
}

/** Somebody has theirs again. */
export async function returnMicrophone(sql: Sql, seat: Seat): Promise<void> {
  await sql.rows(undefined, RETURN_SQL, [seat.id]);
}

const LOCKED_SQL = `SELECT microphones_locked_at IS NOT NULL AS locked FROM room WHERE id = $1::uuid`;

/** Whether a moderator keeps the room's microphones. People then come on the stage muted. */
export async function microphonesLocked(sql: Sql, roomId: RoomId): Promise<boolean> {
  const [room] = await sql.rows<{ locked: boolean }>(undefined, LOCKED_SQL, [roomId]);
  return room?.locked === true;
}
