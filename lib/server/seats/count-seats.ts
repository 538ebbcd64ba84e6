/**
 * The one statement that keeps a room's count of open seats, by which its cap is judged, and since when it stands empty. A
 * part of a statement that opens, closes or holds seats: `changes` is a query of `room_id` and `seats`, the seats that a room
 * has more (1) or fewer (-1).
 */
export const countSeats = (changes: string): string => `
  UPDATE room r SET open_seats = r.open_seats + c.seats,
    empty_since = CASE WHEN r.open_seats + c.seats <= 0 THEN statement_timestamp() END
  FROM (SELECT room_id, sum(seats)::int AS seats FROM (${changes}) AS change GROUP BY room_id) c WHERE r.id = c.room_id`;
