import type { RoomId, ShowId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";

/** A show's episode that has not begun, its room locked. `own`: it was changed by itself. */
export type LockedEpisode = {
  id: RoomId;
  occurrence: string | null;
  scheduledFor: Date | null;
  own: boolean;
  isDraft: boolean;
  isCancelled: boolean;
};

/** Locks what a show has planned: its episodes that have not begun, and the recurrences that were called off. The caller has locked the show. */
export async function lockPlanned(tx: Transaction, showId: ShowId): Promise<LockedEpisode[]> {
  return tx.$queryRaw<LockedEpisode[]>`
    SELECT r.id, r.occurrence, r.scheduled_for AS "scheduledFor", e.own, e.published_at IS NULL AS "isDraft",
      e.cancelled_at IS NOT NULL AS "isCancelled"
    FROM room r JOIN episode e ON e.room_id = r.id
    WHERE r.show_id = ${showId}::uuid AND (r.status = 'scheduled' OR (e.cancelled_at IS NOT NULL AND r.occurrence IS NOT NULL))
    ORDER BY r.id FOR NO KEY UPDATE OF r`;
}
