import { hotPool } from "@/lib/server/db";
import type { RoomPulse } from "@/lib/wire/hallway";

const PULSES_SQL = `
SELECT r.id, r.title, r.status, r.capacity, r.open_seats AS "openSeats",
  (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') AS "stageCount"
FROM room r WHERE r.id = ANY($1::uuid[]) AND r.kind <> 'closed'`;

/** What moves on the cards of these rooms; closed rooms are left out, since the answer goes to everyone. */
export async function roomPulses(roomIds: readonly string[]): Promise<RoomPulse[]> {
  if (roomIds.length === 0) return [];
  const { rows } = await hotPool().query<RoomPulse>({ name: "room-pulses", text: PULSES_SQL, values: [roomIds] });
  return rows;
}
