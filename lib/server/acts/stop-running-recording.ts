import type { RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";

const STOP_SQL = `
UPDATE recording SET stopped_at = statement_timestamp() WHERE room_id = $1::uuid AND stopped_at IS NULL RETURNING id`;

/** Stops the recording that runs in a room, if one does; the relay writes its end. Answers whether one ran. */
export async function stopRunning(sql: Sql, roomId: RoomId): Promise<boolean> {
  return (await sql.rows(undefined, STOP_SQL, [roomId])).length > 0;
}
