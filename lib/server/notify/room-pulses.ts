import { hotPool } from "@/lib/server/postgres/db";
import { hallsJson, overflowOf } from "@/lib/server/queries/family/halls";
import type { RoomPulse } from "@/lib/wire/hallway/views";

/** A changed overflow room moves the card of its main room. */
const PULSES_SQL = `
SELECT r.id, r.title, r.status, r.capacity, r.open_seats AS "openSeats", r.kind = 'closed' AS closed,
  (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') AS "stageCount",
  CASE WHEN r.overflow_opened > 0 THEN ${hallsJson("r.id")} ELSE '[]' END AS overflow
FROM room r WHERE r.id = ANY(ARRAY(SELECT coalesce(main_room_id, id) FROM room WHERE id = ANY($1::uuid[])))`;

type PulseRow = RoomPulse & { closed: boolean };

/** What moves on the cards of these rooms. `unsaid`: a closed room changed too, and is left out, since the answer goes to everyone. */
export async function roomPulses(roomIds: readonly string[]): Promise<{ pulses: RoomPulse[]; unsaid: boolean }> {
  if (roomIds.length === 0) return { pulses: [], unsaid: false };
  const { rows } = await hotPool().query<PulseRow>({ name: "room-pulses", text: PULSES_SQL, values: [roomIds] });
  const pulses = rows.flatMap(({ closed, overflow, ...pulse }) =>
    closed ? [] : [{ ...pulse, overflow: overflowOf(overflow) }],
  );
  return { pulses, unsaid: pulses.length < rows.length };
}
