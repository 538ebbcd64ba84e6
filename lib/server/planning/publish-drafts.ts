import type { RoomId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";

/** Announces drafts whose rooms the caller has locked: from now on each is of the kind that it was planned as. Safe to repeat. */
export async function publishDrafts(tx: Transaction, roomIds: readonly RoomId[], now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH announced AS (
      UPDATE episode SET published_at = ${now}, changed_at = ${now}
      WHERE room_id = ANY(${[...roomIds]}::uuid[]) AND published_at IS NULL RETURNING room_id, kind, guests_allowed)
    UPDATE room r SET kind = CASE WHEN a.kind = 'members' AND r.club_id IS NULL THEN 'closed' ELSE a.kind END,
      guests_allowed = a.guests_allowed
    FROM announced a WHERE r.id = a.room_id`;
}
