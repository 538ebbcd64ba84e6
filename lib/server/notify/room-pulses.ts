import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { hallsJson, overflowOf } from "@/lib/server/queries/family/halls";
import { leaderSql } from "@/lib/server/queries/rooms/room-leader";
import { SEATS_SHOWN_SQL } from "@/lib/server/queries/rooms/seats-shown";
import { HIDDEN_KINDS_SQL } from "@/lib/server/queries/rooms/visibility";
import type { RoomPulse } from "@/lib/wire/hallway/views";

/** A pulse beside what decides who hears of it, which is not sent. `leader`: as leaderSql names them. */
export type HeardPulse = { pulse: RoomPulse; language: string; topics: string[]; leader: PersonId };

/** A changed overflow room moves the card of its main room. */
const PULSES_SQL = `
SELECT r.id, r.title, r.status, r.capacity, ${SEATS_SHOWN_SQL} AS "openSeats", r.kind IN ${HIDDEN_KINDS_SQL} AS hidden, r.language, r.topics,
  (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND r.status <> 'scheduled' AND s.closed_at IS NULL AND s.role <> 'listener') AS "stageCount",
  ${leaderSql("r.id", "r.created_by_id")} AS leader,
  CASE WHEN r.overflow_opened > 0 THEN ${hallsJson("r.id")} ELSE '[]' END AS overflow
FROM room r WHERE r.id = ANY(ARRAY(SELECT coalesce(main_room_id, id) FROM room WHERE id = ANY($1::uuid[])))`;

type PulseRow = RoomPulse & Omit<HeardPulse, "pulse"> & { hidden: boolean };

/** What moves on the cards of these rooms. `unsaid`: a hidden room changed too, and is left out, since the answer goes to everyone. */
export async function roomPulses(roomIds: readonly string[]): Promise<{ heard: HeardPulse[]; unsaid: boolean }> {
  if (roomIds.length === 0) return { heard: [], unsaid: false };
  const { rows } = await hotPool().query<PulseRow>({ name: "room-pulses", text: PULSES_SQL, values: [roomIds] });
  const heard = rows.flatMap(({ hidden, language, topics, leader, overflow, ...pulse }) =>
    hidden ? [] : [{ pulse: { ...pulse, overflow: overflowOf(overflow) }, language, topics, leader }],
  );
  return { heard, unsaid: heard.length < rows.length };
}
