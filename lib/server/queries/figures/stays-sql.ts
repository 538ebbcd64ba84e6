/** The main room $1 and its overflow rooms, those among them that went on as rooms of their own. */
const FAMILY_SQL = `
  SELECT $1::uuid AS id UNION ALL SELECT f.id FROM room f WHERE f.main_room_id = $1::uuid
  UNION ALL SELECT f.id FROM room f WHERE f.after_talk_of_id = $1::uuid`;

const stays = (condition: string): string => `
  SELECT s.room_id, s.person_id, greatest(s.connected_at, $2::timestamptz) AS came_at,
    least(coalesce(s.gone_at, s.closed_at, $3::timestamptz), $3::timestamptz) AS went_at
  FROM seat s WHERE s.room_id IN (${FAMILY_SQL}) AND ${condition} AND s.connected_at < $3::timestamptz
    AND coalesce(s.gone_at, s.closed_at, $3::timestamptz) > greatest(s.connected_at, $2::timestamptz)`;

/**
 * Rows of `room_id`, `person_id`, `came_at`, `went_at`: who was in a family between $2 and $3, as the media server saw them. A seat that was
 * claimed and never taken is none, nor is the grace after somebody was gone. Somebody who came back to their seat was there all the time.
 */
export const STAYS_SQL = `${stays("s.closed_at IS NOT NULL")} UNION ALL ${stays("s.closed_at IS NULL")}`;
