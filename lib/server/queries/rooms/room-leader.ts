/** Of a seat `h`. The first condition repeats the predicate of the index `seat_on_stage`, which is used for it. */
export const IS_OPEN_HOST = "h.role <> 'listener' AND h.role = 'host' AND h.closed_at IS NULL";

/**
 * Who leads a main room for the purposes of a block: whoever hosts it, and whoever made it where nobody does now.
 * `mainRoom`, `maker`: SQL expressions of its id, and of the person who made it.
 */
export const leaderSql = (mainRoom: string, maker: string): string =>
  `coalesce((SELECT h.person_id FROM seat h WHERE h.room_id = ${mainRoom} AND ${IS_OPEN_HOST}), ${maker})`;

/** The ids of the live main rooms that one of these people leads; `people` is a SELECT of their ids. They are found by the people. */
export const roomsLedSql = (people: string): string => `
  SELECT h.room_id FROM seat h WHERE h.person_id IN (${people}) AND ${IS_OPEN_HOST}
  UNION ALL SELECT m.id FROM room m WHERE m.status = 'live' AND m.main_room_id IS NULL AND m.created_by_id IN (${people})
    AND NOT EXISTS (SELECT FROM seat h WHERE h.room_id = m.id AND ${IS_OPEN_HOST})`;
