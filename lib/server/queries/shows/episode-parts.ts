/**
 * Rows of `room_id`, `person_id` and `part` (EpisodePart): the teams of the planned rooms that `rooms`, an SQL array of ids, names. Somebody
 * may have several parts. Who made a room is a host of it. episodeRoleSql answers the same of one person's hosting.
 */
export const episodePartsSql = (rooms: string): string => `
  SELECT r.id AS room_id, h.person_id, h.role::text AS part FROM room r JOIN show_host h ON h.show_id = r.show_id WHERE r.id = ANY(${rooms})
  UNION ALL SELECT e.room_id, e.person_id, e.role::text FROM episode_host e WHERE e.room_id = ANY(${rooms})
  UNION ALL SELECT r.id, r.created_by_id, 'host' FROM room r WHERE r.id = ANY(${rooms})
  UNION ALL SELECT g.room_id, g.person_id, CASE WHEN EXISTS (SELECT FROM invitation i
      WHERE i.room_id = g.room_id AND i.person_id = g.person_id AND i.risen_at IS NOT NULL) THEN 'stood_down' ELSE 'guest' END FROM episode_guest g
    WHERE g.room_id = ANY(${rooms}) AND g.state = 'accepted' AND g.person_id IS NOT NULL
  UNION ALL SELECT i.room_id, i.person_id, 'interpreter' FROM interpreter i WHERE i.room_id = ANY(${rooms}) AND i.ended_at IS NULL`;
