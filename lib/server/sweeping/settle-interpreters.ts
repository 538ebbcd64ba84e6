import type { RoomId } from "@/lib/domain/ids";
import { announceInterpreters } from "@/lib/server/acts/act-as-interpreter";
import { hotPool } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { lockInterpreters } from "@/lib/server/seats/lock-interpreters";

/** Who can be on the air no longer: they hold no seat in the family any more. */
const GONE = `i.on_air_since IS NOT NULL AND NOT EXISTS (
  SELECT FROM seat s JOIN room h ON h.id = s.room_id
  WHERE s.person_id = i.person_id AND s.closed_at IS NULL AND coalesce(h.main_room_id, h.id) = i.room_id)`;

/** Who can interpret no longer: put out of the room or of the instance. */
const BARRED = `EXISTS (SELECT FROM room_ban b WHERE b.room_id = i.room_id AND b.person_id = i.person_id AND b.lifted_at IS NULL)
  OR EXISTS (SELECT FROM person p WHERE p.id = i.person_id AND p.banned_at IS NOT NULL)`;

/** Takes people who left the family off the air. Ends the assignments of people who were put out, and of rooms that ended. */
export async function settleInterpreters(now: Date): Promise<void> {
  await hotPool().query({
    name: "interpreters-of-ended",
    text: `UPDATE interpreter i SET ended_at = $1, on_air_since = NULL FROM room r
           WHERE r.id = i.room_id AND r.status = 'ended' AND i.ended_at IS NULL`,
    values: [now],
  });
  const { rows } = await hotPool().query<{ roomId: RoomId }>({
    name: "interpreters-to-settle",
    text: `SELECT DISTINCT i.room_id AS "roomId" FROM interpreter i WHERE i.ended_at IS NULL AND (${GONE} OR ${BARRED})`,
  });
  for (const { roomId } of rows) await settle(roomId, now);
}

async function settle(roomId: RoomId, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const ids = (await lockInterpreters(tx, roomId)).map(({ id }) => id);
    const ended = await tx.$executeRawUnsafe(
      `UPDATE interpreter i SET ended_at = $2, on_air_since = NULL
       WHERE i.id = ANY($1::uuid[]) AND i.ended_at IS NULL AND (${BARRED})`,
      ids,
      now,
    );
    const silenced = await tx.$executeRawUnsafe(
      `UPDATE interpreter i SET on_air_since = NULL WHERE i.id = ANY($1::uuid[]) AND i.ended_at IS NULL AND ${GONE}`,
      ids,
    );
    if (ended + silenced > 0) await announceInterpreters(tx, roomId, null);
  });
}
