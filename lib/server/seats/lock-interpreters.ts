import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Interpreting } from "@/lib/domain/interpreting/interpreting";
import type { Transaction } from "@/lib/server/postgres/db";

export type LockedInterpreter = Interpreting & { id: string; personId: PersonId };

/**
 * Locks everybody who is assigned in a main room, in one order everywhere; the longest assigned first. After seats, before
 * `room_clock` (mechanics). An act that waited for the lock sees what the first one did.
 */
export async function lockInterpreters(tx: Transaction, mainRoomId: RoomId): Promise<LockedInterpreter[]> {
  return tx.$queryRaw<LockedInterpreter[]>`
    SELECT id, person_id AS "personId", language, on_air_since IS NOT NULL AS "onAir",
      to_stage_since IS NOT NULL AS "toStage", source_language AS source
    FROM interpreter WHERE room_id = ${mainRoomId}::uuid AND ended_at IS NULL ORDER BY id FOR UPDATE`;
}
