import type { RoomId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";

/**
 * Gives up seats that a room holds for people who were called up from it: those of these people, or all. The caller has
 * locked the room. Answers how many that were.
 */
export async function closeHeldSeats(
  tx: Transaction,
  roomId: RoomId,
  people: readonly string[] | "everyone" = "everyone",
): Promise<number> {
  const named = people === "everyone" ? null : [...people];
  const [closed] = await tx.$queryRaw<{ seats: number }[]>`
    WITH given_up AS (
      UPDATE held_seat SET closed_at = statement_timestamp()
      WHERE room_id = ${roomId}::uuid AND closed_at IS NULL AND (${named}::uuid[] IS NULL OR person_id = ANY(${named}::uuid[]))
      RETURNING room_id),
    counted AS (
      UPDATE room r SET open_seats = r.open_seats - g.seats,
        empty_since = CASE WHEN r.open_seats = g.seats THEN statement_timestamp() END
      FROM (SELECT room_id, count(*)::int AS seats FROM given_up GROUP BY room_id) g WHERE r.id = g.room_id)
    SELECT count(*)::int AS seats FROM given_up`;
  return closed?.seats ?? 0;
}
