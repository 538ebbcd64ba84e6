import type { Hall } from "@/lib/wire/family/views";

/**
 * The live rooms of a family as a list of Hall, the main hall first: an SQL expression; `mainId` is the main room's id in it.
 * Empty where the family is one room only. `role <> 'listener'` repeats the predicate of the index `seat_on_stage`.
 */
export const hallsJson = (mainId: string): string => `(
  SELECT CASE WHEN count(*) > 1 THEN json_agg(json_build_object('id', f.id, 'number', coalesce(f.overflow_number, 0),
    'language', f.language, 'openSeats', f.open_seats, 'capacity', f.capacity, 'led', EXISTS (
      SELECT FROM seat l WHERE l.room_id = f.id AND l.closed_at IS NULL AND l.role <> 'listener' AND l.role IN ('host', 'moderator')))
    ORDER BY coalesce(f.overflow_number, 0)) ELSE '[]' END
  FROM room f WHERE (f.id = ${mainId} OR f.main_room_id = ${mainId}) AND f.status = 'live')`;

/** Those of them beside the main hall. */
export const overflowOf = (halls: Hall[]): Hall[] => halls.filter(({ number }) => number > 0);
