import type { PersonId, RoomId } from "@/lib/domain/ids";
import { announceInterpreters } from "@/lib/server/acts/act-as-interpreter";
import { holdBackEvents } from "@/lib/server/mirroring/pending-mirrors";
import { hotPool } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { turnedToStage } from "@/lib/server/queries/interpreting/turned-to-stage";
import { lockInterpreters } from "@/lib/server/seats/lock-interpreters";
import { turnBack } from "@/lib/server/stage/turned-interpreters";

/** Who can be on the air no longer: they hold no seat in the family any more. */
const GONE = `i.on_air_since IS NOT NULL AND NOT EXISTS (
  SELECT FROM seat s JOIN room h ON h.id = s.room_id
  WHERE s.person_id = i.person_id AND s.closed_at IS NULL AND coalesce(h.main_room_id, h.id) = i.room_id)`;

/** Who can interpret no longer: put out of the room or of the instance, or without an account. */
const BARRED = `EXISTS (SELECT FROM room_ban b WHERE b.room_id = i.room_id AND b.person_id = i.person_id AND b.lifted_at IS NULL)
  OR EXISTS (SELECT FROM person p WHERE p.id = i.person_id AND (p.banned_at IS NOT NULL OR p.given_up_at IS NOT NULL))`;

/**
 * Takes people who left the family off the air, turns back from the stage people who may not speak there any more, and ends
 * the assignments of people who were put out, and of rooms that ended. LiveKit obeys, and the turning back is told, where
 * carryOutPending is run.
 */
export async function settleInterpreters(now: Date): Promise<void> {
  await hotPool().query({
    name: "interpreters-of-ended",
    text: `UPDATE interpreter i SET ended_at = $1, on_air_since = NULL, to_stage_since = NULL FROM room r
           WHERE r.id = i.room_id AND r.status = 'ended' AND i.ended_at IS NULL`,
    values: [now],
  });
  for (const { roomId, personId, may } of await turnedToStage(null)) if (!may) await settleTurned(roomId, personId);
  const { rows } = await hotPool().query<{ roomId: RoomId }>({
    name: "interpreters-to-settle",
    text: `SELECT DISTINCT i.room_id AS "roomId" FROM interpreter i WHERE i.ended_at IS NULL AND (${GONE} OR ${BARRED})`,
  });
  for (const { roomId } of rows) await settle(roomId, now);
}

async function settleTurned(roomId: RoomId, personId: PersonId): Promise<void> {
  await inTransaction(async (tx) => {
    const locked = (await lockInterpreters(tx, roomId)).filter((one) => one.personId === personId);
    const now = await turnedToStage([roomId]);
    if (now.some((one) => one.personId === personId && one.may)) return;
    for (const { events } of await turnBack(tx, locked)) await holdBackEvents(tx, roomId, personId, personId, events);
  });
}

async function settle(roomId: RoomId, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const ids = (await lockInterpreters(tx, roomId)).map(({ id }) => id);
    const ended = await tx.$executeRawUnsafe(
      `UPDATE interpreter i SET ended_at = $2, on_air_since = NULL, to_stage_since = NULL
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
