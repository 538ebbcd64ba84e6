import { v7 as uuid } from "uuid";
import type { Sql } from "@/lib/server/postgres/sql";
import { agreesSql } from "@/lib/server/queries/recording/agrees-sql";

const SAID_SQL = `
SELECT ${agreesSql("g", "s")} AS agrees FROM recording g, seat s WHERE g.id = $1::uuid AND s.id = $2::uuid`;

/** Whether the holder of this seat agreed since they came on the stage; null where they said nothing yet. */
export async function saidOf(sql: Sql, recordingId: string, seat: { id: string }): Promise<boolean | null> {
  const [row] = await sql.rows<{ agrees: boolean | null }>(undefined, SAID_SQL, [recordingId, seat.id]);
  return row?.agrees ?? null;
}

const WRITE_SQL = `
INSERT INTO recording_answer (id, recording_id, person_id, seat_id, stage_since, agrees, answered_at)
SELECT $1::uuid, $2::uuid, s.person_id, s.id, s.stage_since, $4, clock_timestamp() FROM seat s WHERE s.id = $3::uuid`;

/** Keeps what the holder of a seat, which the caller has locked, said for this stay on the stage. */
export async function writeAnswer(
  sql: Sql,
  { recordingId, seatId, agrees }: { recordingId: string; seatId: string; agrees: boolean },
): Promise<void> {
  await sql.rows(undefined, WRITE_SQL, [uuid(), recordingId, seatId, agrees]);
}
