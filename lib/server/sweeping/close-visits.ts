import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { hangUpVisit } from "@/lib/server/seats/visits";

/** Visits that were not renewed, or whose person no longer leads the main room, or whose hall has ended or gone its own way. */
const CLOSE_SQL = `
UPDATE visit v SET closed_at = $1 FROM room r
WHERE v.room_id = r.id AND v.closed_at IS NULL AND (v.lease_until <= $1 OR r.status <> 'live' OR NOT EXISTS (
  SELECT FROM seat s WHERE s.room_id = r.main_room_id AND s.person_id = v.person_id AND s.closed_at IS NULL
    AND s.role IN ('host', 'moderator')))
RETURNING v.room_id AS "roomId", v.person_id AS "personId"`;

/** Ends visits that are over, and hangs up their connections. */
export async function closeVisits(now: Date): Promise<void> {
  const { rows } = await hotPool().query<{ roomId: RoomId; personId: PersonId }>({
    name: "sweep-visits",
    text: CLOSE_SQL,
    values: [now],
  });
  for (const { roomId, personId } of rows) await hangUpVisit(roomId, personId);
}
