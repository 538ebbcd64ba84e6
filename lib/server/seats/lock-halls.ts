import type { OfferedHall } from "@/lib/domain/family/seat-offer";
import type { RoomId } from "@/lib/domain/ids";
import { audienceLimit } from "@/lib/domain/rooms/room";
import type { Transaction } from "@/lib/server/postgres/db";
import { lockRoom } from "./lock-room";

/** A live room of a family while its row is locked. `number`: 0 for the main hall. */
export type LockedHall = OfferedHall & { number: number };

type HallRow = Omit<LockedHall, "limit"> & { capacity: number; reserve: number; stageSeats: number };

/**
 * Locks the live rooms of a family in id order, the place of rooms in the lock order. Nobody opens or closes a seat in any
 * of them until the commit, nor comes on a stage. The counts are of after the locks. Empty where the main room is not live.
 */
export async function lockHalls(tx: Transaction, mainRoomId: RoomId): Promise<LockedHall[]> {
  const main = await lockRoom(tx, mainRoomId);
  if (main?.status !== "live") return [];
  // Only then, so that those are among them which were opened while the main room was waited for; their ids are greater.
  const overflow = await tx.$queryRaw<{ id: RoomId }[]>`
    SELECT id FROM room WHERE main_room_id = ${mainRoomId}::uuid AND status = 'live' ORDER BY id FOR NO KEY UPDATE`;
  const ids = [mainRoomId, ...overflow.map(({ id }) => id)];
  const halls = await tx.$queryRaw<HallRow[]>`
    SELECT r.id, coalesce(r.overflow_number, 0) AS number, r.language, r.capacity, r.reserve, r.open_seats AS "openSeats",
      (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') AS "stageSeats",
      (SELECT count(*)::int FROM seat_offer o WHERE o.room_id = r.id AND o.closed_at IS NULL
        AND o.expires_at > statement_timestamp()) AS "keptSeats"
    FROM room r WHERE r.id = ANY(${ids}::uuid[]) ORDER BY number`;
  return halls.map(({ capacity, reserve, stageSeats, ...hall }) => ({
    ...hall,
    limit: audienceLimit(capacity, reserve, stageSeats),
  }));
}
