import type { RoomId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";
import type { RunningRecording } from "@/lib/wire/recording/views";

const RUNNING_SQL = `
SELECT id, started_at AS "startedAt" FROM recording WHERE room_id = $1::uuid AND stopped_at IS NULL`;

/** The recording that runs in a room; null where none does. */
export async function runningRecording(sql: Sql, roomId: RoomId): Promise<RunningRecording | null> {
  const [row] = await sql.rows<{ id: string; startedAt: Date }>(undefined, RUNNING_SQL, [roomId]);
  return row ? { id: row.id, startedAt: row.startedAt.toISOString() } : null;
}
