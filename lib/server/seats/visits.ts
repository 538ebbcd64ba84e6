import { VISIT_LEASE_MS, visitIdentity } from "@/lib/domain/family/visit";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { awayService } from "@/lib/domain/service-away";
import { removeFromMedia } from "@/lib/media/mirror";
import type { Transaction } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";

/**
 * Begins somebody's visit to a hall or renews it, and ends the one elsewhere, since a person is on one visit at a time. The
 * caller has locked their seat, so that two of their requests cannot cross. Answers the halls whose visit ended.
 */
export async function keepVisit(tx: Transaction, roomId: RoomId, personId: PersonId, now: Date): Promise<RoomId[]> {
  const left = await tx.$queryRaw<{ roomId: RoomId }[]>`
    UPDATE visit SET closed_at = ${now} WHERE person_id = ${personId}::uuid AND room_id <> ${roomId}::uuid AND closed_at IS NULL
    RETURNING room_id AS "roomId"`;
  const leaseUntil = new Date(now.getTime() + VISIT_LEASE_MS);
  const { count } = await tx.visit.updateMany({ where: { roomId, personId, closedAt: null }, data: { leaseUntil } });
  if (count === 0) await tx.visit.create({ data: { roomId, personId, openedAt: now, leaseUntil } });
  return left.map((visit) => visit.roomId);
}

/** Ends somebody's visits to a main room's halls, and to the room itself where it is one. Answers which those were. */
export async function closeVisitsOf(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<RoomId[]> {
  const closed = await tx.$queryRaw<{ roomId: RoomId }[]>`
    UPDATE visit SET closed_at = statement_timestamp()
    WHERE person_id = ${personId}::uuid AND closed_at IS NULL
      AND room_id IN (SELECT id FROM room WHERE id = ${roomId}::uuid OR main_room_id = ${roomId}::uuid)
    RETURNING room_id AS "roomId"`;
  return closed.map((visit) => visit.roomId);
}

/** Hangs up a visit's connection. Where LiveKit is away the sweep puts out people without an open visit. */
export async function hangUpVisit(roomId: RoomId, personId: PersonId): Promise<void> {
  try {
    await removeFromMedia(roomId, visitIdentity(personId));
  } catch (fault) {
    if (!awayService(fault)) throw fault;
    log().debug({ err: fault }, "left to the sweep");
  }
}
