import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";
import { agreesSql } from "@/lib/server/queries/recording/agrees-sql";

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

/** Whether a moderator keeps the room's microphones. */
export async function microphonesLocked(sql: Sql, roomId: RoomId): Promise<boolean> {
  const [room] = await sql.rows<{ locked: boolean }>(undefined, LOCKED_SQL, [roomId]);
  return room?.locked === true;
}

const COMES_MUTED_SQL = `
SELECT r.microphones_locked_at IS NOT NULL OR EXISTS (
  SELECT FROM recording g WHERE g.room_id = r.id AND g.stopped_at IS NULL) AS muted FROM room r WHERE r.id = $1::uuid`;

/** Whether people come on this stage without their microphone: it is locked, or they are first asked whether they may be recorded. */
export async function comesUpMuted(sql: Sql, roomId: RoomId): Promise<boolean> {
  const [room] = await sql.rows<{ muted: boolean }>(undefined, COMES_MUTED_SQL, [roomId]);
  return room?.muted === true;
}

const UNANSWERED_SQL = `
SELECT EXISTS (SELECT FROM recording g JOIN seat s ON s.room_id = g.room_id
  WHERE s.id = $1::uuid AND g.stopped_at IS NULL AND ${agreesSql("g", "s")} IS NULL) AS unanswered`;

/** Whether the room of this seat is recorded, and its holder has not said whether they may be since they came on the stage. */
export async function owesAnswer(sql: Sql, seat: Seat): Promise<boolean> {
  const [row] = await sql.rows<{ unanswered: boolean }>(undefined, UNANSWERED_SQL, [seat.id]);
  return row?.unanswered === true;
}
